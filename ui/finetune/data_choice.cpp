#include "ui/finetune/data_choice.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

QString quoted(const QString& name)
{
    return QLatin1Char('"') + name + QLatin1Char('"');
}

} // namespace

DataChoice::DataChoice(QWidget* parent)
    : QWidget(parent),
      m_kind(new QComboBox),
      m_values(new QStackedWidget),
      m_tag(new QComboBox),
      m_collection(new QComboBox),
      m_place(new QLineEdit),
      m_selected(new QLabel)
{
    m_kind->addItems({tr("Clips with the tag"), tr("Clips in the collection"), tr("Clips in the folder"),
                      tr("Clips selected on Explore"), tr("A list (CSV), or a folder with captions")});
    m_kind->setAccessibleName(tr("Where the clips come from"));
    m_kind->setToolTip(tr("Which of your clips the model shall learn from"));
    for (QComboBox* box : {m_tag, m_collection}) {
        box->setInsertPolicy(QComboBox::NoInsert);
        box->setMinimumContentsLength(16);
        connect(box, &QComboBox::currentIndexChanged, this, &DataChoice::changed);
    }
    m_tag->setAccessibleName(tr("Tag"));
    m_tag->setToolTip(tr("Tags of your library, with the number of clips that have them"));
    m_collection->setAccessibleName(tr("Collection"));
    m_collection->setToolTip(tr("Collections of your library, with the number of their clips"));
    m_place->setAccessibleName(tr("File or folder"));
    m_place->setToolTip(
        tr("The folder, or the CSV file: its columns are path, caption (or caption1, caption2…) and, if "
           "you like, label"));
    m_place->setClearButtonEnabled(true);
    connect(m_place, &QLineEdit::textChanged, this, &DataChoice::changed);
    auto* chooseButton = new QPushButton(tr("Choose…"));
    chooseButton->setToolTip(tr("Choose the file or folder"));
    connect(chooseButton, &QPushButton::clicked, this, &DataChoice::browse);
    auto* place = new QWidget;
    auto* placeLine = new QHBoxLayout(place);
    placeLine->setContentsMargins(0, 0, 0, 0);
    placeLine->setSpacing(kSpaceInner);
    placeLine->addWidget(m_place, 1);
    placeLine->addWidget(chooseButton);
    m_selected->setTextFormat(Qt::PlainText);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_tag), static_cast<QWidget*>(m_collection), place, static_cast<QWidget*>(m_selected)})
        m_values->addWidget(widget);
    m_values->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_kind);
    layout->addWidget(m_values, 1);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int kind) {
        m_values->setCurrentIndex(kind == List ? int(Folder) : kind);
        if (kind == Selection) {
            m_clips = m_selection ? m_selection() : std::vector<ClipId>();
            m_selected->setText(m_clips.empty() ? tr("No clips are selected on Explore.")
                                                : grouped(tr("%n clip(s)", nullptr, static_cast<int>(m_clips.size())),
                                                          static_cast<std::int64_t>(m_clips.size())));
        }
        Q_EMIT changed();
    });
    fill();
}

void DataChoice::setLibrary(const Path& catalogue)
{
    m_library = catalogue;
    m_lists.start([catalogue](std::stop_token, const ProgressFn&) { return train::libraryLists(catalogue); },
                  [this](const train::LibraryLists& lists) {
                      const auto put = [](QComboBox* box, const auto& items) {
                          const QString before = box->currentData().toString();
                          const QSignalBlocker quiet(box);
                          box->clear();
                          for (const auto& [name, clips] : items)
                              box->addItem(tr("%1 (%2)").arg(shown(name), countText(clips)), shown(name));
                          box->setCurrentIndex(std::max(0, box->findData(before)));
                      };
                      put(m_tag, lists.tags);
                      put(m_collection, lists.collections);
                      fill();
                      Q_EMIT changed();
                  },
                  [](const JobFailure&) {});
}

void DataChoice::fill()
{
    for (const auto& [box, nothing] :
         {std::pair(m_tag, tr("No clip has a tag yet")), std::pair(m_collection, tr("There are no collections yet"))}) {
        box->setPlaceholderText(nothing);
        box->setEnabled(box->count() > 0);
    }
}

void DataChoice::browse()
{
    const QString file = kind() == Folder
                             ? QFileDialog::getExistingDirectory(this, tr("Clips of this folder"), m_place->text())
                             : QFileDialog::getOpenFileName(this, tr("List of clips"), m_place->text(),
                                                            tr("Lists (*.csv);;All files (*)"));
    if (!file.isEmpty())
        m_place->setText(file);
}

void DataChoice::choose(Kind kind, const QString& value)
{
    m_kind->setCurrentIndex(kind);
    if (kind == Tag || kind == Collection) {
        QComboBox* box = kind == Tag ? m_tag : m_collection;
        box->setCurrentIndex(box->findData(value));
    } else {
        m_place->setText(value);
    }
}

DataChoice::Kind DataChoice::kind() const
{
    return static_cast<Kind>(m_kind->currentIndex());
}

bool DataChoice::complete() const
{
    switch (kind()) {
    case Tag:
        return m_tag->currentIndex() >= 0;
    case Collection:
        return m_collection->currentIndex() >= 0;
    case Selection:
        return !m_clips.empty();
    default:
        return !m_place->text().trimmed().isEmpty();
    }
}

train::DataSource DataChoice::source() const
{
    train::DataSource source;
    if (kind() == List) {
        source.manifest = pathFrom(m_place->text().trimmed());
        return source;
    }
    source.library = m_library;
    QString query;
    if (kind() == Tag)
        query = QStringLiteral("tag:") + quoted(m_tag->currentData().toString());
    else if (kind() == Collection)
        query = QStringLiteral("collection:") + quoted(m_collection->currentData().toString());
    else if (kind() == Folder)
        query = QStringLiteral("folder:") + quoted(m_place->text().trimmed());
    else
        for (const ClipId clip : m_clips)
            query += (query.isEmpty() ? "clip:" : " clip:") + QString::number(clip.value);
    source.query = query.toStdString();
    return source;
}

std::optional<train::DataSource> DataChoice::others() const
{
    if (kind() != Tag || !complete() || m_library.empty())
        return std::nullopt; // those of a list or a folder may well be among the others
    train::DataSource source;
    source.library = m_library;
    source.query = ("-tag:" + quoted(m_tag->currentData().toString())).toStdString();
    return source;
}

QString DataChoice::text() const
{
    switch (kind()) {
    case Tag:
        return m_tag->currentData().toString();
    case Collection:
        return m_collection->currentData().toString();
    case Selection:
        return m_selected->text();
    default:
        return m_place->text().trimmed();
    }
}

} // namespace prolap::ui
