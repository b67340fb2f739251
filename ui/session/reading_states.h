#pragma once

#include "core/search/body_search.h"
#include "core/state/page_highlights.h"
#include "core/state/reading_statistics.h"
#include "core/state/state_worker.h"
#include "core/state/word_difference.h"
#include "ui/session/state_deed.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace lectern::ui {

/// What was read, starred and labelled in the open library. All of it happens on a thread of its
/// own: what is asked here is done soon, in its order, and snapshot() follows. GUI thread only.
class ReadingStates final : public QObject
{
    Q_OBJECT

public:
    /// \a file is opened, or made, at once; empty: nothing is kept.
    explicit ReadingStates(std::string file, QObject *parent = nullptr);
    ~ReadingStates() override; ///< waits until all that was asked is done

    /// Whether something can be kept, as far as is known.
    bool isKept() const { return m_worker != nullptr && !m_isRefused; }

    void setReadRule(const ReadRule &rule) { m_readRule = rule; }

    const ReadRule &readRule() const { return m_readRule; }

    /// The articles of the rows from now on. snapshot() is of them at once, with what was known
    /// by their paths; what is kept of them follows with changed(). May be null. By \a texts, if
    /// something is known of them, an article is found that was renamed, and one that is there
    /// twice.
    void setLibrary(std::shared_ptr<const core::Library> library,
                    std::shared_ptr<const core::BodySearch> texts = nullptr);
    /// More is known of the texts of library().
    void setTexts(std::shared_ptr<const core::BodySearch> texts);

    /// Whose rows snapshot() has; null while none is open.
    const std::shared_ptr<const core::Library> &library() const { return m_library; }

    /// By the rows of the library; null while nothing is known.
    std::shared_ptr<const core::StateSnapshot> snapshot() const { return m_snapshot; }

    /// Changes the states of \a rows as \a deed says, which done() tells and undo() takes back.
    void change(std::vector<core::Row> rows, core::StateChange change, StateDeed deed);
    void setLabels(std::vector<core::Row> rows, LabelEdit edit);
    /// The name and colour of a label that is there, in all libraries, or else emits nameTaken().
    void saveLabel(const core::Label &label);
    /// Takes a label from all articles that have it.
    void removeLabel(core::LabelId id);
    /// Gives the unplaced \a state, of an article that was called \a name, to \a row.
    void place(core::StateId state, core::Row row, std::string name);
    /// Takes unplaced states away; \a name is what the article of the first was called.
    void discard(std::vector<core::StateId> states, std::string name);
    /// Changes what a person does not undo: where an article was read to.
    void note(core::Row row, core::StateChange change);
    /// The state of the article at \a row, an empty one where it has none, for \a take on the GUI
    /// thread, unless \a context is gone by then or the rows are others.
    void read(core::Row row, QObject *context, std::function<void(core::ReadingState)> take);

    /// An article was on screen, \a characters of it for the first time.
    void addReading(core::Row row, std::uint32_t seconds, std::uint32_t characters);
    /// What was read in the library, as read() gives it.
    void count(QObject *context, std::function<void(core::ReadingStatistics)> take);

    /// What changed in the article at \a row since it was read, as read() gives it.
    void compare(core::Row row, QObject *context,
                 std::function<void(std::vector<core::DifferencePiece>)> take);

    /// Where the highlights of the article at \a row are in the words of its page, as read() gives
    /// it; those that are \a known already are not told again.
    void placeHighlights(core::Row row, QString pageText, std::vector<core::Highlight> known,
                         QObject *context,
                         std::function<void(std::vector<core::PlacedHighlight>)> take);
    /// Highlights the bytes \a selection of the UTF-8 of \a pageText with the colour and note of
    /// \a highlight, or else emits notHighlighted(). \a take is given what was kept.
    void addHighlight(core::Row row, QString pageText, core::TextRange selection,
                      core::Highlight highlight, QObject *context,
                      std::function<void(core::Highlight)> take);
    /// Keeps another colour or note of one that is kept.
    void changeHighlight(const core::Highlight &highlight);
    /// Undone as one.
    void removeHighlights(std::vector<core::Highlight> highlights);

    bool canUndo() const { return !m_done.empty(); }

    /// What done() told last, of that what is still as it left it.
    void undo();

    StateTrouble trouble() const { return m_trouble; }

    QString troubledFile() const { return m_troubledFile; }

signals:
    void changed(); ///< snapshot() is another
    void done(const lectern::ui::StateDeed &deed); ///< can be undone
    void undone(const lectern::ui::StateDeed &deed);
    void troubled(); ///< trouble() is another
    void notHighlighted(); ///< what was selected is nothing that the article says
    void notUndone(const lectern::ui::StateDeed &deed); ///< others changed it since
    void notKept(); ///< what was asked last could not be written
    void gone(); ///< nor is there any more what it was asked of
    void nameTaken(const QString &name); ///< by another label, so that nothing was changed

private:
    /// What of the texts is kept: of those that were read all, else what they are known by.
    enum class TextUse : std::uint8_t { Kept, Known };

    /// On the worker's thread.
    using Work = std::function<core::Status(core::PlacedStates &)>;

    struct Done
    {
        StateDeed deed;
        Work takeBack;
    };

    /// Articles whose files are still to be read for what is kept of them.
    struct TextJob
    {
        std::shared_ptr<const core::Library> library;
        std::uint64_t generation = 0; ///< of the rows
        std::vector<core::Row> rows;
        TextUse use = TextUse::Kept;
    };

    core::StateListener listener();
    static core::Status setArticles(core::PlacedStates &states,
                                    const std::shared_ptr<const core::Library> &library,
                                    const core::BodySearch *texts);
    core::Status perform(core::PlacedStates &states, const std::vector<core::Row> &rows,
                         const core::StateChange &change, const StateDeed &deed);
    void run(Work work);
    void tellDamage(const core::PlacedStates &states, const core::Error &error);
    core::Status keepTexts(core::PlacedStates &states, const TextJob &job);
    void noteDone(StateDeed deed, Work takeBack);
    static std::string visibleTextOf(const core::Library &library, core::Row row);

    /// From the worker's thread to \a take on the GUI thread, unless \a context is gone by then or
    /// the rows are those of another \a generation.
    template <typename Value>
    void give(const QPointer<QObject> &context, std::uint64_t generation,
              std::function<void(Value)> take, Value value)
    {
        inWindow([this, context, generation, take = std::move(take), value = std::move(value)] {
            if (context && generation == m_generation) {
                take(value);
            }
        });
    }

    void inWindow(std::function<void()> slot);
    void acceptSnapshot(std::uint64_t generation,
                        std::shared_ptr<const core::StateSnapshot> snapshot);
    void setTrouble(StateTrouble trouble, const std::string &file);
    void refresh();

    std::shared_ptr<const core::Library> m_library;
    std::shared_ptr<const core::StateSnapshot> m_snapshot;
    std::vector<Done> m_done; ///< the latest is last
    std::uint64_t m_generation = 0; ///< of the library
    ReadRule m_readRule;
    bool m_isRefused = false;
    StateTrouble m_trouble = StateTrouble::None;
    QString m_troubledFile;
    QTimer m_refresh; ///< for what other processes write
    std::atomic<bool> m_isRefreshing = false;
    std::uint64_t m_placed = 0; ///< the generation the worker has; its thread only
    std::unique_ptr<core::StateWorker> m_worker; ///< last: it uses everything above
};

} // namespace lectern::ui
