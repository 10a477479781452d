#include "ui/traverse/comparison_field.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>

#include "ui/text.h"
#include "ui/theme/metrics.h"
#include "ui/traverse/subject_field.h"

namespace prolap::ui {

namespace {

constexpr int kLeastName = 110, kContent = 320; ///< pixels
constexpr int kMore = Qt::UserRole + 1;         ///< role: the entry that leads to the Models page

} // namespace

ComparisonField::ComparisonField(QWidget* parent)
    : QWidget(parent),
      m_choice(new QComboBox),
      m_stack(new QStackedWidget),
      m_subject(new SubjectField(tr("Beside it"), tr("A caption, or drop a sound"))),
      m_models(new QComboBox)
{
    m_choice->addItem(tr("Nothing"), static_cast<int>(With::Nothing));
    m_choice->addItem(tr("Another sound or caption"), static_cast<int>(With::Subject));
    m_choice->addItem(tr("Another model"), static_cast<int>(With::Model));
    m_choice->setItemData(1, tr("A second path beside the first: where do they meet?"), Qt::ToolTipRole);
    m_choice->setItemData(2, tr("The path that another model finds from the same start"), Qt::ToolTipRole);
    m_choice->setAccessibleName(tr("Compare with"));
    m_choice->setToolTip(tr("What the path is compared with"));
    m_choice->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_models->setAccessibleName(tr("Model to compare with"));
    m_models->setToolTip(tr("It is loaded beside the one in use, and leaves the memory with the comparison"));
    m_models->setMinimumWidth(kLeastName);
    m_stack->addWidget(m_subject);
    m_stack->addWidget(m_models);
    m_stack->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_stack->setMinimumWidth(kContent);
    m_stack->hide();
    auto* label = new QLabel(tr("Compare with"));
    label->setProperty("dim", true);
    label->setBuddy(m_choice);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(label);
    layout->addWidget(m_choice);
    layout->addWidget(m_stack, 1);
    setTabOrder(m_choice, m_subject->field());
    setTabOrder(m_subject->chooser(), m_models);

    connect(m_choice, &QComboBox::currentIndexChanged, this, &ComparisonField::choose);
    connect(m_subject, &SubjectField::changed, this, [this] {
        if (m_subject->isSet() && with() != With::Subject)
            setWith(With::Subject); // says that it changed
        else
            Q_EMIT changed();
    });
    connect(m_models, &QComboBox::activated, this, [this](int index) {
        if (m_models->itemData(index, kMore).toBool()) {
            Q_EMIT modelsWanted();
            showModels();
        }
    });
    connect(m_models, &QComboBox::currentIndexChanged, this, [this] {
        if (with() == With::Model && !m_models->currentData(kMore).toBool())
            Q_EMIT changed();
    });
}

ComparisonField::With ComparisonField::with() const
{
    return static_cast<With>(m_choice->currentData().toInt());
}

void ComparisonField::setWith(With with)
{
    m_choice->setCurrentIndex(m_choice->findData(static_cast<int>(with)));
}

Path ComparisonField::model() const
{
    return with() == With::Model ? Path(m_models->currentData().toByteArray().toStdString()) : Path();
}

QString ComparisonField::modelName() const
{
    return m_models->currentText();
}

void ComparisonField::setModel(const Path& model, const QString& name)
{
    const QByteArray bytes = QByteArray::fromStdString(model.native());
    int at = m_models->findData(bytes);
    if (at < 0) {
        library::KnownModel known;
        known.path = model;
        known.name = name.toStdString();
        m_known.push_back(std::move(known));
        showModels();
        at = m_models->findData(bytes);
    }
    m_models->setCurrentIndex(at);
    setWith(With::Model);
}

void ComparisonField::setModelInUse(const Path& model)
{
    m_inUse = model;
    if (m_read)
        showModels();
}

void ComparisonField::choose()
{
    m_stack->setCurrentIndex(with() == With::Model ? 1 : 0);
    m_stack->setVisible(with() != With::Nothing);
    if (with() == With::Model)
        readModels(); // others may have come since
    if (with() == With::Subject && isVisible())
        m_subject->field()->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void ComparisonField::readModels()
{
    m_reading.start(
        [](std::stop_token stop, const ProgressFn&) { return library::knownModels(false, std::move(stop)); },
        [this](std::vector<library::KnownModel> known) {
            for (const library::KnownModel& each : m_known) // named, and not on the shelf
                if (std::ranges::find(known, each.path, &library::KnownModel::path) == known.end() &&
                    each.title.empty())
                    known.push_back(each);
            m_known = std::move(known);
            m_read = true;
            showModels();
        },
        [](const JobFailure&) {});
}

void ComparisonField::showModels()
{
    const QVariant chosen = m_models->currentData();
    {
        const QSignalBlocker quiet(m_models);
        m_models->clear();
        for (const library::KnownModel& known : m_known) {
            std::error_code failed;
            if (!known.usable() || (!m_inUse.empty() && std::filesystem::equivalent(known.path, m_inUse, failed)))
                continue;
            m_models->addItem(QString::fromStdString(known.name), QByteArray::fromStdString(known.path.native()));
            m_models->setItemData(m_models->count() - 1, shown(known.path), Qt::ToolTipRole);
        }
        if (m_models->count() == 0)
            m_models->addItem(tr("There is no other model"), QByteArray());
        m_models->addItem(tr("Get a model…"), QByteArray());
        m_models->setItemData(m_models->count() - 1, true, kMore);
        const int before = m_models->findData(chosen);
        m_models->setCurrentIndex(chosen.toByteArray().isEmpty() ? 0 : std::max(0, before));
    }
    if (with() == With::Model && m_models->currentData() != chosen)
        Q_EMIT changed();
}

} // namespace prolap::ui
