#pragma once

#include "ui/reading/reader_view.h"
#include "ui/session/reading_states.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>
#include <string>

namespace lectern::ui {

class ArticleResults;
class ReaderPane;

/// Follows the article on screen: keeps where it is read, brings the page back there, and marks it
/// as read when the rule of the states says so. GUI thread.
class ReadingTracker final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    ReadingTracker(ReadingStates &states, const ArticleResults &results, ReaderPane &reader,
                   QObject *parent);

    /// Keeps what it knows now, not in a moment.
    void save();

private:
    void onArticleShown(const QByteArray &path);
    void onPlaceKnown(const core::ReadingPosition &position);
    void onPlaceChanged(const QByteArray &path, const ReadingPlace &place);
    void onDeed(const StateDeed &deed);
    void goTo(const core::ReadingPosition &position);
    std::optional<core::Row> row() const;
    void countSecond();
    void count();
    void markIfRead();
    bool isReadByRule() const;

    ReadingStates &m_states;
    const ArticleResults &m_results;
    ReaderPane &m_reader;
    std::string m_root; ///< of m_path
    QByteArray m_path; ///< the article on screen
    QHash<QByteArray, core::ReadingPosition> m_positions; ///< in the articles of this run
    std::optional<ReadingPlace> m_place; ///< of m_path; none before the page told it
    bool m_isPlaceKnown = false; ///< it is known where the page was left
    bool m_isUnsaved = false;
    bool m_isDecided = false; ///< whether m_path is read, for as long as it is on screen
    int m_secondsSeen = 0;
    int m_secondsUncounted = 0; ///< of those
    int m_secondsStill = 0; ///< since the page was moved
    std::optional<std::uint16_t> m_progressCounted; ///< up to where characters are counted
    QTimer m_second;
    QTimer m_saveSoon;
};

} // namespace lectern::ui
