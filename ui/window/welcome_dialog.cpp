#include "ui/window/welcome_dialog.h"

#include <algorithm>
#include <functional>

#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/glyphs/certainty_glyph.h"
#include "ui/glyphs/match_glyph.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kListHeight = 96;
constexpr int kWidth = 560;
constexpr QSize kGlyph(104, kRowHeight);
constexpr float kShownMatch = 0.82f;

/// A glyph as the lists show it.
class GlyphSample : public QWidget {
public:
    explicit GlyphSample(std::function<void(QPainter&, const QRectF&)> paint) : m_paint(std::move(paint))
    {
        setFixedSize(kGlyph);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        m_paint(painter, QRectF(rect()).adjusted(kSpaceInner, kSpaceInner, -kSpaceInner, -kSpaceInner));
    }

private:
    const std::function<void(QPainter&, const QRectF&)> m_paint;
};

QLabel* wrapped(const QString& text)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

WelcomeDialog::WelcomeDialog(std::vector<Path> demo, QWidget* parent)
    : QDialog(parent),
      m_demo(std::move(demo)),
      m_list(new QListWidget),
      m_remove(new QPushButton(icon("remove"), tr("&Remove"))),
      m_start(new QPushButton(tr("&Start listening")))
{
    setWindowTitle(tr("Welcome to ProLAP Explorer"));
    setAcceptDrops(true);

    auto* title = new QLabel(tr("Find sounds by describing them"));
    title->setFont(scaled(font(), kTitleScale));

    auto* legend = new QGridLayout;
    legend->setHorizontalSpacing(kSpaceGroups);
    legend->setVerticalSpacing(kSpaceInner);
    legend->addWidget(new GlyphSample([](QPainter& painter, const QRectF& rect) {
                          paintMatch(painter, rect, Match{kShownMatch, kShownMatch}, false);
                      }),
                      0, 0);
    legend->addWidget(wrapped(tr("How likely a clip is what you described.")), 0, 1);
    legend->addWidget(new GlyphSample([](QPainter& painter, const QRectF& rect) {
                          QRectF half = rect;
                          half.setWidth(rect.width() / 2 - kSpaceInner);
                          paintCertainty(painter, half, Certainty{0.05, 0, 1, true}, false);
                          half.moveRight(rect.right());
                          paintCertainty(painter, half, Certainty{0.95, 1, 0, true}, false);
                      }),
                      1, 0);
    legend->addWidget(
        wrapped(tr("How much a clip could be: a narrow curve is one particular sound, a wide one could be "
                   "many things.")),
        1, 1);
    legend->setColumnStretch(1, 1);

    m_list->setFixedHeight(kListHeight);
    m_list->setAccessibleName(tr("Folders to listen to"));
    m_list->setToolTip(tr("Folders can also be dropped here"));
    auto* add = new QPushButton(icon("folder-add"), tr("&Add folder…"));
    add->setToolTip(tr("A folder of sounds, with the folders in it"));
    auto* sample = new QPushButton(icon("library"), tr("&Demo sounds"));
    sample->setToolTip(tr("Sounds that are already on this machine"));
    sample->setVisible(!m_demo.empty());
    m_remove->setToolTip(tr("Take the selected folder off this list"));
    for (QPushButton* button : {add, sample, m_remove, m_start})
        button->setAccessibleName(button->text().remove(QLatin1Char('&')));
    connect(add, &QPushButton::clicked, this, &WelcomeDialog::choose);
    connect(sample, &QPushButton::clicked, this, [this] {
        for (const Path& folder : m_demo)
            this->add(folder);
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const int row = m_list->currentRow(); row >= 0)
            m_folders.erase(m_folders.begin() + row);
        showFolders();
    });
    auto* beside = new QVBoxLayout;
    beside->setSpacing(kSpaceInner);
    beside->addWidget(add);
    beside->addWidget(sample);
    beside->addWidget(m_remove);
    beside->addStretch(1);
    auto* choice = new QHBoxLayout;
    choice->setSpacing(kSpaceControls);
    choice->addWidget(m_list, 1);
    choice->addLayout(beside);

    auto* notes = wrapped(tr("The files are only read. Listening takes a minute or two for each hour of sound, and "
                             "you can search meanwhile. All of it stays on this machine."));
    notes->setProperty("dim", true);

    m_start->setDefault(true);
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(m_start, QDialogButtonBox::AcceptRole);
    QPushButton* later = buttons->addButton(tr("&Later"), QDialogButtonBox::RejectRole);
    later->setToolTip(tr("Start with an empty library; folders can be added at any time"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceGroups, kSpaceGroups, kSpaceGroups, kSpaceGroups);
    layout->setSpacing(kSpaceGroups);
    layout->addWidget(title);
    layout->addWidget(wrapped(tr("Type what you look for, such as “rain on a tin roof”. Press Down, and the first clip "
                                 "plays; drag a clip into any other program.")));
    layout->addLayout(legend);
    layout->addWidget(wrapped(tr("Which sounds shall be searched?")));
    layout->addLayout(choice);
    layout->addWidget(notes);
    layout->addWidget(buttons);
    setFixedWidth(kWidth);
    showFolders();
    add->setFocus(Qt::OtherFocusReason);
}

void WelcomeDialog::choose()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Add a folder of sounds"));
    if (!folder.isEmpty())
        add(pathFrom(folder));
}

void WelcomeDialog::add(const Path& folder)
{
    if (std::find(m_folders.begin(), m_folders.end(), folder) == m_folders.end())
        m_folders.push_back(folder);
    showFolders();
    m_list->setCurrentRow(m_list->count() - 1);
}

void WelcomeDialog::showFolders()
{
    m_list->clear();
    for (const Path& folder : m_folders)
        m_list->addItem(new QListWidgetItem(icon("folder"), shown(folder)));
    m_remove->setEnabled(!m_folders.empty());
    m_start->setEnabled(!m_folders.empty());
}

void WelcomeDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void WelcomeDialog::dropEvent(QDropEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isDir())
            add(pathFrom(url.toLocalFile()));
    event->acceptProposedAction();
}

} // namespace prolap::ui
