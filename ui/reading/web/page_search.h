#pragma once

#include <QObject>
#include <QString>

namespace lectern::ui {

class ReaderPage;

/// The engine's own search in the page, which a load may cut off: the engine then answers that
/// there is nothing, and the search is repeated in what was loaded. GUI thread.
class PageSearch final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    enum class Direction { Forward, Backward };

    /// Where is searched from now on; it outlives this or is replaced.
    void setPage(ReaderPage *page);

    /// Marks and steps through \a text; an empty text clears the marks.
    void find(const QString &text, Direction direction);

signals:
    /// \a found counts from 1; 0 of 0 when nothing matches.
    void answered(int found, int total);

private:
    enum class State {
        Idle,
        PageLoads, ///< so that "nothing" need not be true
        CutOff, ///< it was answered with "nothing" while the page loads
        Repeated, ///< in the page that has loaded
    };

    void onLoadStarted();
    void onLoadEnded();
    void onFound(int found, int total);
    void searchAnew();

    ReaderPage *m_page = nullptr;
    State m_state = State::Idle;
    QString m_text; ///< what find() was last called with
};

} // namespace lectern::ui
