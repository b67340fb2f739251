#pragma once

#include "core/library/indexer.h"
#include "core/library/library.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <stdexcept>
#include <string>

namespace lectern::test {

/// A folder of articles that is gone with it.
class SampleFolder final
{
public:
    QString path() const { return m_folder.path(); }

    void write(const QString &name, const std::string &text) const
    {
        const QString file = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(file).path());
        QFile out(file);
        // Written long ago, because the index looks twice at files that are younger than itself.
        const QDateTime past = QDateTime::currentDateTime().addDays(-1);
        if (!out.open(QIODevice::WriteOnly) || out.write(QByteArray::fromStdString(text)) < 0
            || !out.flush() || !out.setFileTime(past, QFile::FileModificationTime)) {
            throw std::runtime_error("cannot write a sample");
        }
    }

    void remove(const QString &name) const { QFile::remove(m_folder.filePath(name)); }

    /// Six articles: two categories, three tags, two languages, all dates different.
    void writeSamples() const
    {
        write(QStringLiteral("2025/bridges.md"),
              article("Bridges of the old town", "2025-03-05", "How stone carries weight.", "city",
                      "stone, history", "en")
                  + "See [the river](river.md).\n");
        write(QStringLiteral("2025/river.md"),
              article("The river in spring", "2025-03-04", "High water and low boats.", "nature",
                      "water", "en"));
        write(QStringLiteral("2025/lamps.md"),
              article("Lamps along the quay", "2025-03-03", "Light on wet stone.", "city",
                      "history", "en"));
        write(QStringLiteral("kexue.md"),
              article("科学的春天", "2025-03-02", "关于星星的科学。", "nature", "stars, history",
                      "zh-CN"));
        write(QStringLiteral("wujiao.md"),
              article("午后的桥", "2025-03-01", "石头与水。", "city", "stone, water", "zh-CN"));
        write(QStringLiteral("broken.md"),
              "---\ntitle: \"a\" b\ndate: 2025-02-28\n"
              "tags: [stone\n---\n\nText.\n");
    }

    std::shared_ptr<const core::Library> library() const
    {
        return core::indexFolder(QFile::encodeName(path()).toStdString(), nullptr, {}).value();
    }

private:
    static std::string article(const std::string &title, const std::string &date,
                               const std::string &summary, const std::string &category,
                               const std::string &tags, const std::string &language)
    {
        return "---\ntitle: \"" + title + "\"\ndate: " + date + "\nsummary: \"" + summary
            + "\"\ncategories: [" + category + "]\ntags: [" + tags + "]\nlang: [" + language
            + "]\n---\n\n";
    }

    QTemporaryDir m_folder;
};

} // namespace lectern::test
