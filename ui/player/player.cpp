#include "ui/player/player.h"

#include <cmath>

namespace prolap::ui {

Player::Player(QObject* parent) : QObject(parent), m_engine(new AudioEngine(m_controls, m_newest, m_preroll))
{
    m_thread.setObjectName(QStringLiteral("audio"));
    m_engine->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    connect(m_engine, &AudioEngine::stateChanged, this, [this](int number, PlayState state) {
        if (number == m_newest->load())
            setState(state);
    });
    connect(m_engine, &AudioEngine::positionChanged, this, [this](int number, double seconds) {
        if (number != m_newest->load() || m_state == PlayState::Stopped)
            return;
        m_position = seconds;
        Q_EMIT positionChanged(seconds);
    });
    connect(m_engine, &AudioEngine::failed, this, &Player::failed);
    m_thread.start();
    QMetaObject::invokeMethod(m_engine, &AudioEngine::findDevice, Qt::QueuedConnection);
}

Player::~Player()
{
    QMetaObject::invokeMethod(m_engine, &AudioEngine::stop, Qt::QueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void Player::load(const Path& file, double startSeconds)
{
    if (m_state != PlayState::Stopped)
        stop();
    m_file = file;
    m_position = startSeconds;
    m_movedWhilePaused = false;
    Q_EMIT loaded();
    Q_EMIT positionChanged(m_position);
}

void Player::play(const Path& file, double startSeconds)
{
    m_file = file;
    m_position = startSeconds;
    Q_EMIT loaded();
    Q_EMIT positionChanged(m_position);
    start();
}

void Player::start()
{
    m_movedWhilePaused = false;
    const int number = ++*m_newest;
    QMetaObject::invokeMethod(
        m_engine,
        [engine = m_engine, number, file = m_file, position = m_position] { engine->play(number, file, position); },
        Qt::QueuedConnection);
}

void Player::toggle()
{
    if (m_file.empty())
        return;
    if (m_state == PlayState::Playing)
        QMetaObject::invokeMethod(m_engine, &AudioEngine::pause, Qt::QueuedConnection);
    else if (m_state == PlayState::Paused && !m_movedWhilePaused)
        QMetaObject::invokeMethod(m_engine, &AudioEngine::resume, Qt::QueuedConnection);
    else {
        // A region is heard from its start, unless the cursor stands in it.
        const double first = m_controls->regionStart.load(), last = m_controls->regionEnd.load();
        if (last > first && (m_position < first || m_position >= last - 0.01))
            m_position = first;
        start();
    }
}

void Player::stop()
{
    ++*m_newest;
    QMetaObject::invokeMethod(m_engine, &AudioEngine::stop, Qt::QueuedConnection);
    setState(PlayState::Stopped);
}

void Player::seek(double seconds)
{
    if (m_file.empty())
        return;
    m_position = std::max(0.0, seconds);
    Q_EMIT positionChanged(m_position);
    if (m_state == PlayState::Playing)
        start();
    else
        m_movedWhilePaused = true;
}

void Player::setGainDb(double db)
{
    m_gainDb = db;
    applyGain();
}

void Player::setMatchDb(double db)
{
    m_matchDb = db;
    applyGain();
}

void Player::applyGain()
{
    m_controls->gain = static_cast<float>(std::pow(10.0, (m_gainDb + m_matchDb) / 20.0));
}

void Player::setSpeed(double speed)
{
    m_controls->speed = static_cast<float>(speed);
}

void Player::setSemitones(double semitones)
{
    m_controls->semitones = static_cast<float>(semitones);
}

void Player::setSolo(int channel)
{
    m_controls->solo = channel;
}

void Player::setRegion(std::optional<std::pair<double, double>> region)
{
    m_controls->regionEnd = -1; // never a mixture of two regions
    m_controls->regionStart = region ? region->first : 0;
    m_controls->regionEnd = region ? region->second : -1;
}

void Player::setOutput(const QByteArray& deviceId)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, deviceId] { engine->setDevice(deviceId); }, Qt::QueuedConnection);
    if (m_state == PlayState::Playing)
        start();
    else if (m_state == PlayState::Paused)
        m_movedWhilePaused = true;
}

void Player::setLoop(bool loop)
{
    m_controls->loop = loop;
}

bool Player::loop() const
{
    return m_controls->loop;
}

void Player::setState(PlayState state)
{
    if (state == m_state)
        return;
    m_state = state;
    if (state == PlayState::Stopped) {
        m_position = 0;
        Q_EMIT positionChanged(m_position);
    }
    Q_EMIT stateChanged(state);
}

} // namespace prolap::ui
