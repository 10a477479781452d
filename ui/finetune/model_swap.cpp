#include "ui/finetune/model_swap.h"

namespace prolap::ui {

ModelSwap::ModelSwap(LibrarySession* session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(session, &LibrarySession::modelReady, this, &ModelSwap::look);
    connect(session, &LibrarySession::nextModelChanged, this, &ModelSwap::look);
    connect(session, &LibrarySession::indexProgressed, this, [this](const library::IndexProgress& progress) {
        if (busy())
            Q_EMIT progressed(progress.filesDone, progress.filesTotal, progress.etaSeconds);
    });
}

void ModelSwap::use(const Path& pack)
{
    if (busy() || inUse(pack))
        return;
    m_serving = m_session->modelChoice();
    m_pack = pack;
    ModelChoice choice = m_serving;
    choice.path = pack;
    choice.libraryFirst = false;
    m_session->useModel(choice);
    Q_EMIT changed();
}

void ModelSwap::cancel()
{
    m_session->cancelIndexing();
}

bool ModelSwap::inUse(const Path& pack) const
{
    return m_session->modelInfo() && m_session->modelChoice().path == pack;
}

void ModelSwap::undo()
{
    if (!canUndo())
        return;
    const ModelChoice before = *m_before;
    m_before.reset();
    m_session->loadModel(before);
    Q_EMIT changed();
}

void ModelSwap::look()
{
    if (busy() && inUse(*m_pack)) {
        m_pack.reset();
        m_before = m_serving;
        Q_EMIT swapped();
    } else if (busy() && !m_session->nextModel() && !m_session->loadingModel()) {
        m_pack.reset(); // cancelled, or it could not be opened, which the session says
    }
    Q_EMIT changed();
}

} // namespace prolap::ui
