#pragma once

#include <QObject>
#include <QTimer>

#include <string>
#include <vector>

namespace lectern::ui {

class ReaderPage;

/// The marks of looked-for words in the page. GUI thread.
class PageMarks final : public QObject
{
    Q_OBJECT

public:
    explicit PageMarks(QObject *parent);

    /// Where marks are made from now on; it outlives this or is replaced.
    void setPage(ReaderPage *page) { m_page = page; }

    /// Marks the folded \a words from now on; none takes the marks away.
    void setWords(const std::vector<std::string> &words);
    /// The page has other contents, without marks.
    void markAnew();
    /// To the next mark, or with -1 to the one before.
    void step(int direction);

signals:
    /// \a total marks are in the page; \a current, counted from 1, was stepped to, or 0.
    void changed(int current, int total);

private:
    void mark();
    void markIn(const QString &pageText);

    ReaderPage *m_page = nullptr;
    std::vector<std::string> m_words;
    quint64 m_request = 0; ///< what an earlier one brings is dropped
    qsizetype m_marks = 0; ///< in the page
    QTimer m_delay; ///< one marking for several keys
};

} // namespace lectern::ui
