#include "ui/organise/tag_popup.h"

#include <map>

#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

#include "ui/organise/organise_session.h"
#include "ui/session/library_session.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

/// How many of the clips have each tag.
std::map<std::string, std::size_t> countTags(const Path& catalogue, const std::vector<ClipId>& clips,
                                             const std::stop_token& stop)
{
    library::Organiser organiser(catalogue);
    std::map<std::string, std::size_t> counts;
    for (const ClipId clip : clips) {
        if (stop.stop_requested())
            break;
        if (const auto labels = organiser.labels(clip))
            for (const std::string& tag : labels->tags)
                ++counts[tag];
    }
    return counts;
}

/// Completes the tag behind the last comma.
class TagCompleter : public QCompleter {
public:
    TagCompleter(const QStringList& tags, QLineEdit* field) : QCompleter(tags, field), m_field(field)
    {
        setCaseSensitivity(Qt::CaseInsensitive);
        setFilterMode(Qt::MatchContains);
    }

    QStringList splitPath(const QString& path) const override { return {path.section(QLatin1Char(','), -1).trimmed()}; }

    QString pathFromIndex(const QModelIndex& index) const override
    {
        const QString typed = m_field->text();
        const qsizetype comma = typed.lastIndexOf(QLatin1Char(','));
        return (comma < 0 ? QString() : typed.left(comma + 1) + QLatin1Char(' ')) + QCompleter::pathFromIndex(index);
    }

private:
    QLineEdit* const m_field;
};

} // namespace

TagPopup::TagPopup(OrganiseSession* organise, std::vector<ClipId> clips, QWidget* parent)
    : QDialog(parent),
      m_organise(organise),
      m_clips(std::move(clips)),
      m_field(new QLineEdit),
      m_list(new QListWidget),
      m_hint(new QLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const auto count = static_cast<std::int64_t>(m_clips.size());
    setWindowTitle(grouped(tr("Tags of %n clip(s)", nullptr, static_cast<int>(count)), count));
    m_field->setPlaceholderText(tr("Add tags, with commas between them"));
    m_field->setAccessibleName(tr("Add tags"));
    m_field->setToolTip(tr("Type tags with commas between them and press Enter"));
    m_list->setAccessibleName(tr("Tags of these clips"));
    m_list->setToolTip(tr("Tick a tag to give it to all of them, untick it to take it away"));
    m_hint->setWordWrap(true);
    m_hint->setProperty("dim", true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto* add = buttons->addButton(tr("Add"), QDialogButtonBox::ActionRole);
    add->setDefault(true);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_hint);
    layout->addWidget(buttons);
    resize(360, 380);

    QStringList known;
    for (const auto& [name, clipsOf] : m_organise->lists().tags)
        known << shown(name);
    m_field->setCompleter(new TagCompleter(known, m_field));

    connect(add, &QPushButton::clicked, this, &TagPopup::addTyped);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemChanged, this, &TagPopup::toggled);
    connect(m_organise, &OrganiseSession::historyChanged, this, &TagPopup::read);
    m_field->setFocus();
    read();
}

void TagPopup::read()
{
    m_job.start(
        [catalogue = m_organise->session()->catalogue(), clips = m_clips](std::stop_token stop, const ProgressFn&) {
            return countTags(catalogue, clips, stop);
        },
        [this](const std::map<std::string, std::size_t>& counts) {
            const QSignalBlocker quiet(m_list);
            m_list->clear();
            for (const auto& [tag, count] : counts) {
                auto* item = new QListWidgetItem(shown(tag), m_list);
                item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
                item->setCheckState(count == m_clips.size() ? Qt::Checked : Qt::PartiallyChecked);
                item->setData(Qt::UserRole, QByteArray::fromStdString(tag));
            }
            m_hint->setText(counts.empty() ? tr("No tags yet.") : tr("A dash: some of the clips have the tag."));
        },
        [this](const JobFailure& failure) { m_hint->setText(failure.sentence); });
}

void TagPopup::addTyped()
{
    std::vector<std::string> tags;
    for (const QString& part : m_field->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (const QString tag = part.simplified(); !tag.isEmpty())
            tags.push_back(tag.toStdString());
    if (tags.empty()) {
        accept(); // Enter on nothing: done
        return;
    }
    m_field->clear();
    m_organise->apply([clips = m_clips, tags](library::Organiser& o) { return o.addTags(clips, tags); });
}

void TagPopup::toggled(QListWidgetItem* item)
{
    const std::vector<std::string> tag{item->data(Qt::UserRole).toByteArray().toStdString()};
    const bool give = item->checkState() == Qt::Checked;
    m_organise->apply([clips = m_clips, tag, give](library::Organiser& o) {
        return give ? o.addTags(clips, tag) : o.removeTags(clips, tag);
    });
}

} // namespace prolap::ui
