<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>lectern::ui::ArticleDelegate</name>
    <message numerus="yes">
        <source>In %n files</source>
        <extracomment>How many files of the folder are this article; two or more.</extracomment>
        <translation>
            <numerusform>In %n file</numerusform>
            <numerusform>In %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::ArticleListModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::ArticleFilter</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::FacetModel</name>
    <message numerus="yes">
        <source>%1, %n article(s)</source>
        <translation>
            <numerusform>%1, %n article</numerusform>
            <numerusform>%1, %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::HighlightsView</name>
    <message numerus="yes">
        <source>%Ln highlight(s)</source>
        <translation>
            <numerusform>%Ln highlight</numerusform>
            <numerusform>%Ln highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) written to %1</source>
        <translation>
            <numerusform>%Ln highlight written to %1</numerusform>
            <numerusform>%Ln highlights written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::LabelDialog</name>
    <message numerus="yes">
        <source>Labels of %Ln article(s)</source>
        <translation>
            <numerusform>Labels of %Ln article</numerusform>
            <numerusform>Labels of %Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::MainWindow</name>
</context>
<context>
    <name>lectern::ui::ProblemBar</name>
    <message numerus="yes">
        <source>%1 · %n more</source>
        <translation>
            <numerusform>%1 · %n more</numerusform>
            <numerusform>%1 · %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::ProblemsView</name>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::QueryExplanation</name>
    <message numerus="yes">
        <source>from the last %Ln week(s)</source>
        <translation>
            <numerusform>from the last week</numerusform>
            <numerusform>from the last %Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>older than %Ln week(s)</source>
        <translation>
            <numerusform>older than %Ln week</numerusform>
            <numerusform>older than %Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from the last %Ln month(s)</source>
        <translation>
            <numerusform>from the last month</numerusform>
            <numerusform>from the last %Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>older than %Ln month(s)</source>
        <translation>
            <numerusform>older than %Ln month</numerusform>
            <numerusform>older than %Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from the last %Ln year(s)</source>
        <translation>
            <numerusform>from the last year</numerusform>
            <numerusform>from the last %Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>older than %Ln year(s)</source>
        <translation>
            <numerusform>older than %Ln year</numerusform>
            <numerusform>older than %Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from the last %Ln day(s)</source>
        <translation>
            <numerusform>from the last day</numerusform>
            <numerusform>from the last %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>older than %Ln day(s)</source>
        <translation>
            <numerusform>older than %Ln day</numerusform>
            <numerusform>older than %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %Ln character(s) long</source>
        <translation>
            <numerusform>at most %Ln character long</numerusform>
            <numerusform>at most %Ln characters long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>shorter than %Ln character(s)</source>
        <translation>
            <numerusform>shorter than %Ln character</numerusform>
            <numerusform>shorter than %Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longer than %Ln character(s)</source>
        <translation>
            <numerusform>longer than %Ln character</numerusform>
            <numerusform>longer than %Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %Ln character(s) long</source>
        <translation>
            <numerusform>at least %Ln character long</numerusform>
            <numerusform>at least %Ln characters long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %Ln character(s) long</source>
        <translation>
            <numerusform>%1 to %Ln character long</numerusform>
            <numerusform>%1 to %Ln characters long</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::ReadingModel</name>
    <message numerus="yes">
        <source>%1, %n article(s)</source>
        <translation>
            <numerusform>%1, %n article</numerusform>
            <numerusform>%1, %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::StatusMessages</name>
    <message numerus="yes">
        <source>%Ln place(s) marked. F3 goes to the next.</source>
        <translation>
            <numerusform>%Ln place marked. F3 goes to it.</numerusform>
            <numerusform>%Ln places marked. F3 goes to the next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::TimelineText</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::ReaderPane</name>
    <message numerus="yes">
        <source>%n repair(s)</source>
        <translation>
            <numerusform>%n repair</numerusform>
            <numerusform>%n repairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::UnplacedHighlights</name>
    <message numerus="yes">
        <source>%Ln highlight(s) not found in the text as it is now</source>
        <translation>
            <numerusform>%Ln highlight not found in the text as it is now</numerusform>
            <numerusform>%Ln highlights not found in the text as it is now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::UndoNotice</name>
    <message numerus="yes">
        <source>%Ln highlight(s) deleted</source>
        <translation>
            <numerusform>%Ln highlight deleted</numerusform>
            <numerusform>%Ln highlights deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What was kept of %Ln article(s) is discarded</source>
        <translation>
            <numerusform>What was kept of %Ln article is discarded</numerusform>
            <numerusform>What was kept of %Ln articles is discarded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label “%1” deleted, which %Ln article(s) had</source>
        <translation>
            <numerusform>Label “%1” deleted, which %Ln article had</numerusform>
            <numerusform>Label “%1” deleted, which %Ln articles had</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as read</source>
        <translation>
            <numerusform>%Ln article marked as read</numerusform>
            <numerusform>%Ln articles marked as read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as unread</source>
        <translation>
            <numerusform>%Ln article marked as unread</numerusform>
            <numerusform>%Ln articles marked as unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) starred</source>
        <translation>
            <numerusform>%Ln article starred</numerusform>
            <numerusform>%Ln articles starred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Star taken from %Ln article(s)</source>
        <translation>
            <numerusform>Star taken from %Ln article</numerusform>
            <numerusform>Stars taken from %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labels of %Ln article(s) changed</source>
        <translation>
            <numerusform>Labels of %Ln article changed</numerusform>
            <numerusform>Labels of %Ln articles changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::LabelCommands</name>
    <message numerus="yes">
        <source>%Ln article(s) of this folder have it, and lose it here and in other folders. No article is deleted.</source>
        <translation>
            <numerusform>%Ln article of this folder has it, and loses it here and in other folders. No article is deleted.</numerusform>
            <numerusform>%Ln articles of this folder have it, and lose it here and in other folders. No article is deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::StatisticsView</name>
    <message numerus="yes">
        <source>%Ln article(s), %1 characters, %2</source>
        <translation>
            <numerusform>%Ln article, %1 characters, %2</numerusform>
            <numerusform>%Ln articles, %1 characters, %2</numerusform>
        </translation>
    </message>
</context>
</TS>
