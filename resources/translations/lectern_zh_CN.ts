<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ImageFailure</name>
    <message>
        <source>The image does not exist</source>
        <translation>图片不存在</translation>
    </message>
    <message>
        <source>The server does not give the image</source>
        <translation>服务器不提供这张图片</translation>
    </message>
    <message>
        <source>The server was not found</source>
        <translation>找不到服务器</translation>
    </message>
    <message>
        <source>The server cannot be reached</source>
        <translation>无法连接服务器</translation>
    </message>
    <message>
        <source>The server took too long</source>
        <translation>服务器响应太慢</translation>
    </message>
    <message>
        <source>The connection is not secure</source>
        <translation>连接不安全</translation>
    </message>
    <message>
        <source>The server redirects in circles</source>
        <translation>服务器循环重定向</translation>
    </message>
    <message>
        <source>The address is not a public one</source>
        <translation>地址不是公网地址</translation>
    </message>
    <message>
        <source>The image is too large a file</source>
        <translation>图片文件太大</translation>
    </message>
    <message>
        <source>The image has too many pixels</source>
        <translation>图片像素太多</translation>
    </message>
    <message>
        <source>This is not an image</source>
        <translation>这不是图片</translation>
    </message>
    <message>
        <source>The image is damaged</source>
        <translation>图片已损坏</translation>
    </message>
    <message>
        <source>Images from the network are turned off</source>
        <translation>已关闭网络图片</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ArticleDelegate</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已改动</translation>
    </message>
    <message numerus="yes">
        <source>In %n files</source>
        <extracomment>How many files of the folder are this article; two or more.</extracomment>
        <translation>
            <numerusform>共 %n 份</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::ArticleFilter</name>
    <message>
        <source>Search titles and summaries</source>
        <translation>搜索标题和摘要</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Sort the list</source>
        <translation>排列列表</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Search titles, summaries and text</source>
        <translation>搜索标题、摘要和正文</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ArticleListModel</name>
    <message>
        <source>has a problem</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>A date in the list of articles, in the order and with the words of your language.</extracomment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>%1 (time of the file)</source>
        <translation>%1（文件时间）</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>changed since it was read</source>
        <translation>读后有改动</translation>
    </message>
    <message>
        <source>in several files</source>
        <translation>有多份文件</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>及另外 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>The same article is here as well. What you do with one of them is done with all.</source>
        <translation>同一篇文章也在下列位置。对其中一份所做的，其他各份同样生效。</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ArticleListView</name>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ChangesDialog</name>
    <message>
        <source>Changed since you read it</source>
        <translation>读后的改动</translation>
    </message>
    <message>
        <source>The words are the same.</source>
        <translation>文字没有变化。</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ContentsPanel</name>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>This article has no headings.</source>
        <translation>这篇文章没有小标题。</translation>
    </message>
</context>
<context>
    <name>lectern::ui::FacetModel</name>
    <message>
        <source>All articles</source>
        <translation>全部文章</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n article(s)</source>
        <translation>
            <numerusform>%1，%n 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再显示 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已存搜索</translation>
    </message>
</context>
<context>
    <name>lectern::ui::FacetPanel</name>
    <message>
        <source>Categories, tags, languages and folders</source>
        <translation>分类、标签、语言和文件夹</translation>
    </message>
    <message>
        <source>Show only these articles</source>
        <translation>只看这些文章</translation>
    </message>
    <message>
        <source>Leave these articles out</source>
        <translation>排除这些文章</translation>
    </message>
    <message>
        <source>Do not filter by this</source>
        <translation>不按此筛选</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Replace by the Present Search</source>
        <translation>替换为当前搜索</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
</context>
<context>
    <name>lectern::ui::FindBar</name>
    <message>
        <source>Find in this article</source>
        <translation>在本文中查找</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not in this article</source>
        <translation>本文中没有</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>lectern::ui::HighlightDelegate</name>
    <message>
        <source>Unplaced</source>
        <translation>未归位</translation>
    </message>
</context>
<context>
    <name>lectern::ui::HighlightExporter</name>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON, W3C Web Annotation (*.json)</source>
        <translation>JSON，W3C 网页注释 (*.json)</translation>
    </message>
    <message>
        <source>“%1” would lie in the folder that is open, which Lectern never changes. Choose a place outside of it.</source>
        <translation>“%1”在当前打开的文件夹中，Lectern 从不改动该文件夹。请另选一个在它之外的位置。</translation>
    </message>
    <message>
        <source>There is no folder for “%1”. Choose another place.</source>
        <translation>“%1”所在的文件夹不存在。请另选位置。</translation>
    </message>
    <message>
        <source>“%1” could not be written. Make room on the disk, or choose a folder that you may write to. (%2)</source>
        <translation>无法写入“%1”。请腾出磁盘空间，或选择有写入权限的文件夹。（%2）</translation>
    </message>
    <message>
        <source>Export Highlights</source>
        <translation>导出高亮</translation>
    </message>
    <message>
        <source>highlights</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>The highlights were not exported.</source>
        <translation>高亮未能导出。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>lectern::ui::HighlightListModel</name>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>The date of a highlight, in the order and with the words of your language.</extracomment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>unplaced</source>
        <translation>未归位</translation>
    </message>
</context>
<context>
    <name>lectern::ui::HighlightListView</name>
    <message>
        <source>Highlights</source>
        <translation>高亮</translation>
    </message>
</context>
<context>
    <name>lectern::ui::HighlightStrip</name>
    <message>
        <source>Highlight</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>Delete highlight</source>
        <translation>删除高亮</translation>
    </message>
</context>
<context>
    <name>lectern::ui::HighlightWords</name>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
</context>
<context>
    <name>lectern::ui::HighlightsView</name>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Show All Highlights</source>
        <translation>显示全部高亮</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>Filter by quote, note or title</source>
        <translation>按摘录、笔记或标题筛选</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>全部颜色</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>按文章</translation>
    </message>
    <message>
        <source>No highlights yet</source>
        <translation>还没有高亮</translation>
    </message>
    <message>
        <source>Select words in an article and press H to highlight them, or N to add a note. All of them are listed here.</source>
        <translation>在文章中选中文字，按 H 高亮，或按 N 写笔记。所有高亮都会列在这里。</translation>
    </message>
    <message>
        <source>No highlight matches</source>
        <translation>没有符合的高亮</translation>
    </message>
    <message>
        <source>Look for fewer words, or for every colour and article.</source>
        <translation>请减少筛选词，或选择全部颜色和全部文章。</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Selected Highlights…</source>
        <translation>选中的高亮(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Listed Highlights…</source>
        <translation>列出的高亮(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;All Highlights of the Folder…</source>
        <translation>此文件夹的全部高亮(&amp;A)…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) written to %1</source>
        <translation>
            <numerusform>已将 %Ln 条高亮写入 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>全部文章</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s)</source>
        <translation>
            <numerusform>%Ln 条高亮</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 highlights</source>
        <translation>%1 / %2 条高亮</translation>
    </message>
    <message>
        <source>Its article is not in the folder now. “Unplaced” in the sidebar shows what can be done.</source>
        <translation>它的文章现在不在此文件夹中。侧栏的“未归位”会说明可以怎么做。</translation>
    </message>
</context>
<context>
    <name>lectern::ui::LabelColours</name>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation>赭色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
</context>
<context>
    <name>lectern::ui::LabelCommands</name>
    <message>
        <source>Another label has this name:</source>
        <translation>已有同名标记：</translation>
    </message>
    <message>
        <source>Name of the label:</source>
        <translation>标记名称：</translation>
    </message>
    <message>
        <source>Rename Label</source>
        <translation>重命名标记</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete the label “%1”?</source>
        <translation>删除标记“%1”？</translation>
    </message>
    <message>
        <source>Delete Label</source>
        <translation>删除标记</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) of this folder have it, and lose it here and in other folders. No article is deleted.</source>
        <translation>
            <numerusform>此文件夹中有 %Ln 篇文章带有它；这里和其他文件夹中的文章都将失去它。不会删除任何文章。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>lectern::ui::LabelDialog</name>
    <message>
        <source>Labels</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>新标记</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message numerus="yes">
        <source>Labels of %Ln article(s)</source>
        <translation>
            <numerusform>%Ln 篇文章的标记</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::ListPane</name>
    <message>
        <source>No article found</source>
        <translation>没有找到文章</translation>
    </message>
    <message>
        <source>“%1” leaves no article. Take it out of the search, or show all articles again.</source>
        <translation>加上“%1”后没有文章。请从搜索中去掉它，或重新显示全部文章。</translation>
    </message>
    <message>
        <source>Nothing matches “%1”. Use fewer words, or show all articles again.</source>
        <translation>没有与“%1”相符的文章。请减少搜索词，或重新显示全部文章。</translation>
    </message>
    <message>
        <source>The texts of the articles are not searched, because reading them was stopped. F5 goes on.</source>
        <translation>正文的读取已停止，因此没有搜索正文。按 F5 继续。</translation>
    </message>
    <message>
        <source>The texts of the articles cannot be searched, because the cache folder cannot be written.</source>
        <translation>无法写入缓存文件夹，因此不能搜索正文。</translation>
    </message>
    <message>
        <source>The texts of the articles are still being read. What they hold will be listed when that is done.</source>
        <translation>正文仍在读取中，读完后会列出正文里的结果。</translation>
    </message>
</context>
<context>
    <name>lectern::ui::MainWindow</name>
    <message>
        <source>Open a folder of Markdown articles</source>
        <translation>打开存放 Markdown 文章的文件夹</translation>
    </message>
    <message>
        <source>%1 of %2 articles read</source>
        <translation>已读取 %1 / %2 篇文章</translation>
    </message>
</context>
<context>
    <name>lectern::ui::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>搜索(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>About Lectern</source>
        <translation>关于 Lectern</translation>
    </message>
    <message>
        <source>A reader for a folder of Markdown articles. The folder is never changed.</source>
        <translation>阅读一个文件夹中的 Markdown 文章。从不改动文件夹。</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>文章(&amp;A)</translation>
    </message>
</context>
<context>
    <name>lectern::ui::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>What you think of it</source>
        <translation>写下您的想法</translation>
    </message>
</context>
<context>
    <name>lectern::ui::PageMenu</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open Link</source>
        <translation>打开链接(&amp;O)</translation>
    </message>
    <message>
        <source>Copy &amp;Link Address</source>
        <translation>复制链接地址(&amp;L)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
</context>
<context>
    <name>lectern::ui::PageWords</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Loading image</source>
        <translation>正在加载图片</translation>
    </message>
    <message>
        <source>Image not shown</source>
        <translation>图片未显示</translation>
    </message>
    <message>
        <source> (published)</source>
        <translation>（发布日期）</translation>
    </message>
    <message>
        <source> (created)</source>
        <translation>（创建日期）</translation>
    </message>
    <message>
        <source> (changed)</source>
        <translation>（修改日期）</translation>
    </message>
    <message>
        <source> (from its name)</source>
        <translation>（来自文件名）</translation>
    </message>
    <message>
        <source> (time of the file)</source>
        <translation>（文件时间）</translation>
    </message>
    <message>
        <source>The rest of this article is not shown because it is too large.</source>
        <translation>文章太大，其余部分未显示。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ProblemBar</name>
    <message>
        <source>Problems of this article</source>
        <translation>本文的问题</translation>
    </message>
    <message>
        <source>All Problems…</source>
        <translation>全部问题…</translation>
    </message>
    <message>
        <source>What is wrong in the articles of this folder</source>
        <translation>这个文件夹的文章有哪些问题</translation>
    </message>
    <message>
        <source>All problems</source>
        <translation>全部问题</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n more</source>
        <translation>
            <numerusform>%1 · 另有 %n 个问题</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::ProblemDetail</name>
    <message>
        <source>Used instead: %1</source>
        <translation>改用：%1</translation>
    </message>
    <message>
        <source>To mend it, write:</source>
        <translation>可以这样改正：</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ProblemMessage</name>
    <message>
        <source>The value of &quot;%1&quot; %2 at column %3.</source>
        <translation>“%1”的值%2（第 %3 列）。</translation>
    </message>
    <message>
        <source>The line %1 at column %2.</source>
        <translation>这一行%1（第 %2 列）。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; is a list where text was expected.</source>
        <translation>“%1”的值是列表，这里应为文本。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; is a map where text was expected.</source>
        <translation>“%1”的值是映射，这里应为文本。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; is a map where a list was expected.</source>
        <translation>“%1”的值是映射，这里应为列表。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; stands again further down; the last one counts.</source>
        <translation>键“%1”在后面又出现一次；以最后一个为准。</translation>
    </message>
    <message>
        <source>YAML takes words behind &quot;#&quot; for a comment; they were read as names.</source>
        <translation>YAML 把“#”后面的文字当作注释；这里按名称读取。</translation>
    </message>
    <message>
        <source>The title is written as a list or map; quotes would make it text.</source>
        <translation>标题写成了列表或映射，加上引号才是文本。</translation>
    </message>
    <message>
        <source>The title ends where &quot; #&quot; begins a comment; quotes would keep the rest.</source>
        <translation>标题在“ #”处被当作注释截断，加上引号可以保留其余部分。</translation>
    </message>
    <message>
        <source>The date &quot;%1&quot; means no day.</source>
        <translation>日期“%1”无法理解。</translation>
    </message>
    <message>
        <source>The article has no date.</source>
        <translation>文章没有日期。</translation>
    </message>
    <message>
        <source>The front matter has no title; the first heading is used.</source>
        <translation>前置元数据没有标题，改用第一个小标题。</translation>
    </message>
    <message>
        <source>The article has no title; the name of its file is used.</source>
        <translation>文章没有标题，改用文件名。</translation>
    </message>
    <message>
        <source>The file has no front matter.</source>
        <translation>文件没有前置元数据。</translation>
    </message>
    <message>
        <source>The front matter that begins here has no end; all of the file is shown as text.</source>
        <translation>从这里开始的前置元数据没有结尾，整个文件都当作正文显示。</translation>
    </message>
    <message>
        <source>The front matter cannot be read as a whole: %1.</source>
        <translation>前置元数据无法整体读取：%1。</translation>
    </message>
    <message>
        <source>The front matter has no keys.</source>
        <translation>前置元数据中没有键。</translation>
    </message>
    <message>
        <source>The front matter is larger than 64 KB; only its beginning was read.</source>
        <translation>前置元数据超过 64 KB，只读取了开头部分。</translation>
    </message>
    <message>
        <source>The front matter has control characters, which are read as blanks.</source>
        <translation>前置元数据含有控制字符，已当作空格读取。</translation>
    </message>
    <message>
        <source>The text is not UTF-8; it was read as %1.</source>
        <translation>文本不是 UTF-8，已按 %1 读取。</translation>
    </message>
    <message>
        <source>The text has bytes that are no %1; they are shown as �.</source>
        <translation>文本中有不属于 %1 的字节，显示为 �。</translation>
    </message>
    <message>
        <source>The name of the file is not UTF-8; it is shown with replacement characters.</source>
        <translation>文件名不是 UTF-8，用替换字符显示。</translation>
    </message>
    <message>
        <source>The file cannot be read: %1. Ask for the right to read it.</source>
        <translation>无法读取文件：%1。请获取读取它的权限。</translation>
    </message>
    <message>
        <source>The file cannot be read: %1. It was moved or deleted, or is a link that leads nowhere.</source>
        <translation>无法读取文件：%1。它已被移动或删除，或者是一个失效的链接。</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>无法读取文件：%1。</translation>
    </message>
    <message>
        <source>The file is larger than 16 MB; only its beginning is shown.</source>
        <translation>文件超过 16 MB，只显示开头部分。</translation>
    </message>
    <message>
        <source>The file changed while it was read; what is shown may be incomplete.</source>
        <translation>文件在读取时发生了变化，显示的内容可能不完整。</translation>
    </message>
    <message>
        <source>The folder cannot be read: %1.</source>
        <translation>无法读取文件夹：%1。</translation>
    </message>
    <message>
        <source>The link leads back to a folder above it and is not followed.</source>
        <translation>链接指回上层文件夹，未跟随。</translation>
    </message>
    <message>
        <source>The link leads to a folder outside and is not followed.</source>
        <translation>链接指向库外的文件夹，未跟随。</translation>
    </message>
    <message>
        <source>has an item that %1</source>
        <translation>有一项%1</translation>
    </message>
    <message>
        <source>has an item without &quot;- &quot; in front</source>
        <translation>有一项前面缺少“- ”</translation>
    </message>
    <message>
        <source>cannot be read (%1)</source>
        <translation>无法读取（%1）</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>belongs to no key</source>
        <translation>不属于任何键</translation>
    </message>
    <message>
        <source>is indented unlike the keys around it</source>
        <translation>与前后的键缩进不同</translation>
    </message>
    <message>
        <source>is one of too many broken lines</source>
        <translation>属于过多的损坏行之一</translation>
    </message>
    <message>
        <source>has a backslash that escapes nothing</source>
        <translation>含有没有转义对象的反斜杠</translation>
    </message>
    <message>
        <source>opens a quote that is not closed</source>
        <translation>的引号没有闭合</translation>
    </message>
    <message>
        <source>has an unescaped quote</source>
        <translation>含有未转义的引号</translation>
    </message>
    <message>
        <source>goes on after its closing quote</source>
        <translation>在右引号之后还有内容</translation>
    </message>
    <message>
        <source>opens a list that is not closed</source>
        <translation>的列表没有闭合</translation>
    </message>
    <message>
        <source>opens a map that is not closed</source>
        <translation>的映射没有闭合</translation>
    </message>
    <message>
        <source>goes on after a closing &quot;%1&quot;</source>
        <translation>在“%1”闭合之后还有内容</translation>
    </message>
    <message>
        <source>begins with &quot;%1&quot;, which YAML keeps for itself</source>
        <translation>以 YAML 保留的“%1”开头</translation>
    </message>
    <message>
        <source>begins with &quot;- &quot;, which YAML reads as a list</source>
        <translation>以“- ”开头，会被 YAML 读成列表</translation>
    </message>
    <message>
        <source>has a colon before a blank</source>
        <translation>含有后接空格的冒号</translation>
    </message>
    <message>
        <source>has no blank behind its colon</source>
        <translation>的冒号后面缺少空格</translation>
    </message>
    <message>
        <source>has a tab</source>
        <translation>含有制表符</translation>
    </message>
    <message>
        <source>is text without quotes</source>
        <translation>是没有引号的文本</translation>
    </message>
    <message>
        <source>a value before this key does not end</source>
        <translation>此键之前的值没有结束</translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation>有引号没有闭合</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>not a map of keys to values</source>
        <translation>不是由键和值组成的映射</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>more values than a front matter may have</source>
        <translation>值的数量超过了前置元数据的上限</translation>
    </message>
    <message>
        <source>a key has too many parts</source>
        <translation>键的层次过多</translation>
    </message>
    <message>
        <source>end of map not found</source>
        <translation>映射没有结束</translation>
    </message>
    <message>
        <source>end of map flow not found</source>
        <translation>花括号映射没有结束</translation>
    </message>
    <message>
        <source>end of sequence not found</source>
        <translation>列表没有结束</translation>
    </message>
    <message>
        <source>end of sequence flow not found</source>
        <translation>方括号列表没有结束</translation>
    </message>
    <message>
        <source>end of verbatim tag not found</source>
        <translation>标签没有结束</translation>
    </message>
    <message>
        <source>illegal flow end</source>
        <translation>多余的右括号</translation>
    </message>
    <message>
        <source>illegal block entry</source>
        <translation>此处不能有列表项</translation>
    </message>
    <message>
        <source>illegal map key</source>
        <translation>此处不能有键</translation>
    </message>
    <message>
        <source>illegal map value</source>
        <translation>此处不能有值</translation>
    </message>
    <message>
        <source>unknown token</source>
        <translation>无法识别的符号</translation>
    </message>
    <message>
        <source>the referenced anchor is not defined</source>
        <translation>引用的锚点没有定义</translation>
    </message>
    <message>
        <source>alias not found after *</source>
        <translation>“*”后面没有别名</translation>
    </message>
    <message>
        <source>unknown escape character: %1</source>
        <translation>未知的转义字符：%1</translation>
    </message>
    <message>
        <source>invalid unicode: %1</source>
        <translation>无效的 Unicode：%1</translation>
    </message>
    <message>
        <source>illegal tab when looking for indentation</source>
        <translation>缩进中有制表符</translation>
    </message>
    <message>
        <source>illegal document indicator in scalar</source>
        <translation>文本中有文档分隔符</translation>
    </message>
    <message>
        <source>illegal EOF in scalar</source>
        <translation>文本没有结束</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ProblemText</name>
    <message>
        <source>There is no front matter</source>
        <translation>没有前置元数据</translation>
    </message>
    <message>
        <source>The front matter has no end</source>
        <translation>前置元数据没有结尾</translation>
    </message>
    <message>
        <source>The front matter is broken</source>
        <translation>前置元数据有错误</translation>
    </message>
    <message>
        <source>The front matter is not a list of keys and values</source>
        <translation>前置元数据不是键和值的列表</translation>
    </message>
    <message>
        <source>The front matter is too large</source>
        <translation>前置元数据太大</translation>
    </message>
    <message>
        <source>A key is given twice</source>
        <translation>有重复的键</translation>
    </message>
    <message>
        <source>A value is of the wrong kind</source>
        <translation>值的类型不对</translation>
    </message>
    <message>
        <source>There is no title</source>
        <translation>没有标题</translation>
    </message>
    <message>
        <source>A # cuts the title off</source>
        <translation>标题被 # 截断</translation>
    </message>
    <message>
        <source>The date cannot be read</source>
        <translation>无法识别日期</translation>
    </message>
    <message>
        <source>There is no date</source>
        <translation>没有日期</translation>
    </message>
    <message>
        <source>There are control characters in the text</source>
        <translation>文中有控制字符</translation>
    </message>
    <message>
        <source>The encoding was guessed</source>
        <translation>编码是推测的</translation>
    </message>
    <message>
        <source>Some bytes are not text in any encoding</source>
        <translation>有些字节不是任何编码的文字</translation>
    </message>
    <message>
        <source>The file&apos;s name is not UTF-8</source>
        <translation>文件名不是 UTF-8</translation>
    </message>
    <message>
        <source>The file is too large; only its beginning is shown</source>
        <translation>文件太大，只显示开头部分</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>无法读取文件</translation>
    </message>
    <message>
        <source>This is not an ordinary file</source>
        <translation>这不是普通文件</translation>
    </message>
    <message>
        <source>A link leaves the folder</source>
        <translation>有链接指向文件夹之外</translation>
    </message>
    <message>
        <source>The file changed while it was read</source>
        <translation>文件在读取时发生了变化</translation>
    </message>
    <message>
        <source>A folder cannot be read</source>
        <translation>有文件夹无法读取</translation>
    </message>
    <message>
        <source>A link leads back to a folder above it</source>
        <translation>有链接指回上层文件夹</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>%1 Used instead: %2</source>
        <translation>%1改用：%2</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ProblemsView</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Filter by file or problem</source>
        <translation>按文件或问题筛选</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Problems by kind</source>
        <translation>按种类列出的问题</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Choose a problem to read more about it.</source>
        <translation>选择一个问题查看详情。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy what is listed as Markdown</source>
        <translation>把列出的内容复制为 Markdown</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Save what is listed as Markdown, CSV or JSON</source>
        <translation>把列出的内容存为 Markdown、CSV 或 JSON</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing is wrong here.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Export problems</source>
        <translation>导出问题</translation>
    </message>
    <message>
        <source>Markdown (*.md);;Table (*.csv);;JSON (*.json)</source>
        <translation>Markdown (*.md);;表格 (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
</context>
<context>
    <name>lectern::ui::QueryExplanation</name>
    <message>
        <source>with %1 in the title</source>
        <translation>标题含%1</translation>
    </message>
    <message>
        <source>without %1 in the title</source>
        <translation>标题不含%1</translation>
    </message>
    <message>
        <source>with %1 in the summary</source>
        <translation>摘要含%1</translation>
    </message>
    <message>
        <source>without %1 in the summary</source>
        <translation>摘要不含%1</translation>
    </message>
    <message>
        <source>with %1 in the text</source>
        <translation>正文含%1</translation>
    </message>
    <message>
        <source>without %1 in the text</source>
        <translation>正文不含%1</translation>
    </message>
    <message>
        <source>in category %1</source>
        <translation>分类%1</translation>
    </message>
    <message>
        <source>not in category %1</source>
        <translation>分类不是%1</translation>
    </message>
    <message>
        <source>tagged %1</source>
        <translation>标签%1</translation>
    </message>
    <message>
        <source>not tagged %1</source>
        <translation>无标签%1</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a language</comment>
        <translation>语言为%1</translation>
    </message>
    <message>
        <source>not in %1</source>
        <comment>a language</comment>
        <translation>语言不是%1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>作者%1</translation>
    </message>
    <message>
        <source>not by %1</source>
        <translation>作者不是%1</translation>
    </message>
    <message>
        <source>from the site %1</source>
        <translation>来自网站%1</translation>
    </message>
    <message>
        <source>not from the site %1</source>
        <translation>并非来自网站%1</translation>
    </message>
    <message>
        <source>in the folder %1</source>
        <translation>在文件夹%1中</translation>
    </message>
    <message>
        <source>not in the folder %1</source>
        <translation>不在文件夹%1中</translation>
    </message>
    <message>
        <source>“%1” itself</source>
        <comment>a tag, without those that lie in it</comment>
        <translation>“%1”本身</translation>
    </message>
    <message>
        <source>with %1 in the path</source>
        <translation>路径含%1</translation>
    </message>
    <message>
        <source>without %1 in the path</source>
        <translation>路径不含%1</translation>
    </message>
    <message>
        <source>with %1 in the field “%2”</source>
        <translation>字段“%2”含%1</translation>
    </message>
    <message>
        <source>without %1 in the field “%2”</source>
        <translation>字段“%2”不含%1</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>含%1</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>不含%1</translation>
    </message>
    <message>
        <source>with images</source>
        <translation>有图片</translation>
    </message>
    <message>
        <source>without images</source>
        <translation>无图片</translation>
    </message>
    <message>
        <source>with formulas</source>
        <translation>有公式</translation>
    </message>
    <message>
        <source>without formulas</source>
        <translation>无公式</translation>
    </message>
    <message>
        <source>with problems</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>without problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>no drafts</source>
        <translation>非草稿</translation>
    </message>
    <message numerus="yes">
        <source>from the last %Ln week(s)</source>
        <translation>
            <numerusform>最近 %Ln 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>older than %Ln week(s)</source>
        <translation>
            <numerusform>%Ln 周以前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from the last %Ln month(s)</source>
        <translation>
            <numerusform>最近 %Ln 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>older than %Ln month(s)</source>
        <translation>
            <numerusform>%Ln 个月以前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from the last %Ln year(s)</source>
        <translation>
            <numerusform>最近 %Ln 年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>older than %Ln year(s)</source>
        <translation>
            <numerusform>%Ln 年以前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from the last %Ln day(s)</source>
        <translation>
            <numerusform>最近 %Ln 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>older than %Ln day(s)</source>
        <translation>
            <numerusform>%Ln 天以前</numerusform>
        </translation>
    </message>
    <message>
        <source>yyyy</source>
        <comment>a year, as QLocale::toString formats it</comment>
        <translation>yyyy年</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>before %1</source>
        <comment>a date</comment>
        <translation>%1之前</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <comment>a date</comment>
        <translation>%1及以后</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>a date</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <comment>dates</comment>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>a date</comment>
        <translation>日期不在%1</translation>
    </message>
    <message numerus="yes">
        <source>at most %Ln character(s) long</source>
        <translation>
            <numerusform>至多 %Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>shorter than %Ln character(s)</source>
        <translation>
            <numerusform>不到 %Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longer than %Ln character(s)</source>
        <translation>
            <numerusform>超过 %Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %Ln character(s) long</source>
        <translation>
            <numerusform>至少 %Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %Ln character(s) long</source>
        <translation>
            <numerusform>%1 至 %Ln 字</numerusform>
        </translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>a length</comment>
        <translation>并非%1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>(%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between conditions</comment>
        <translation>，</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>从旧到新</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>从新到旧</translation>
    </message>
    <message>
        <source>by title from A to Z</source>
        <translation>按标题从 A 到 Z</translation>
    </message>
    <message>
        <source>by title from Z to A</source>
        <translation>按标题从 Z 到 A</translation>
    </message>
    <message>
        <source>by weight, lightest first</source>
        <translation>按权重，从小到大</translation>
    </message>
    <message>
        <source>by weight, heaviest first</source>
        <translation>按权重，从大到小</translation>
    </message>
    <message>
        <source>best match first</source>
        <translation>最相关的在前</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>not unread</source>
        <translation>并非未读</translation>
    </message>
    <message>
        <source>begun and not finished</source>
        <translation>在读</translation>
    </message>
    <message>
        <source>not begun, or finished</source>
        <translation>不在读</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>尚未读完</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>not starred</source>
        <translation>未加星标</translation>
    </message>
    <message>
        <source>changed since they were read</source>
        <translation>读后有改动</translation>
    </message>
    <message>
        <source>not changed since they were read</source>
        <translation>读后无改动</translation>
    </message>
    <message>
        <source>with highlights</source>
        <translation>有高亮</translation>
    </message>
    <message>
        <source>without highlights</source>
        <translation>无高亮</translation>
    </message>
    <message>
        <source>with notes</source>
        <translation>有笔记</translation>
    </message>
    <message>
        <source>without notes</source>
        <translation>无笔记</translation>
    </message>
    <message>
        <source>labelled %1</source>
        <translation>标记%1</translation>
    </message>
    <message>
        <source>not labelled %1</source>
        <translation>无标记%1</translation>
    </message>
    <message>
        <source>more than %1% read</source>
        <translation>已读超过 %1%</translation>
    </message>
    <message>
        <source>at least %1% read</source>
        <translation>至少已读 %1%</translation>
    </message>
    <message>
        <source>less than %1% read</source>
        <translation>已读不到 %1%</translation>
    </message>
    <message>
        <source>at most %1% read</source>
        <translation>至多已读 %1%</translation>
    </message>
    <message>
        <source>%1% to %2% read</source>
        <translation>已读 %1% 至 %2%</translation>
    </message>
    <message>
        <source>last opened first</source>
        <translation>最近打开的在前</translation>
    </message>
    <message>
        <source>first opened first</source>
        <translation>最早打开的在前</translation>
    </message>
    <message>
        <source>read: %1</source>
        <comment>a date</comment>
        <translation>阅读时间：%1</translation>
    </message>
    <message>
        <source>read: not %1</source>
        <comment>a date</comment>
        <translation>阅读时间不在%1</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>a share</comment>
        <translation>并非%1</translation>
    </message>
    <message>
        <source>with %1 in a note</source>
        <translation>笔记含%1</translation>
    </message>
    <message>
        <source>without %1 in a note</source>
        <translation>笔记不含%1</translation>
    </message>
</context>
<context>
    <name>lectern::ui::QueryText</name>
    <message>
        <source>The quotation mark is not closed; everything after it is one phrase.</source>
        <translation>引号没有闭合；其后的内容算作一个词组。</translation>
    </message>
    <message>
        <source>A parenthesis is not closed; it is taken to end with the search.</source>
        <translation>括号没有闭合；视为到搜索末尾为止。</translation>
    </message>
    <message>
        <source>A parenthesis that nothing opened is left out.</source>
        <translation>多余的右括号已忽略。</translation>
    </message>
    <message>
        <source>OR wants something on both sides.</source>
        <translation>OR 两边都要有内容。</translation>
    </message>
    <message>
        <source>“%1” wants a word after the colon.</source>
        <translation>“%1”的冒号后面要有内容。</translation>
    </message>
    <message>
        <source>“%1” is no date. Try 2025-02, 2025-02-01..2025-03-15 or &lt;7d.</source>
        <translation>“%1”不是日期。可以写 2025-02、2025-02-01..2025-03-15 或 &lt;7d。</translation>
    </message>
    <message>
        <source>“%1” is no length. Try &gt;3000.</source>
        <translation>“%1”不是长度。可以写 &gt;3000。</translation>
    </message>
    <message>
        <source>“%1” is not known. Known are %2.</source>
        <translation>不认识“%1”。可以写 %2。</translation>
    </message>
    <message>
        <source>“%1” is no order. Try sort:date, sort:title, sort:weight or sort:relevance.</source>
        <translation>“%1”不是排序方式。可以写 sort:date、sort:title、sort:weight 或 sort:relevance。</translation>
    </message>
    <message>
        <source>There are too many parentheses within each other.</source>
        <translation>括号嵌套太多层。</translation>
    </message>
    <message>
        <source>“%1” is no share of an article. Try &gt;50.</source>
        <translation>“%1”不是阅读进度。可以写 &gt;50。</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ReaderPane</name>
    <message numerus="yes">
        <source>%n repair(s)</source>
        <translation>
            <numerusform>%n 处修补</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>No article chosen</source>
        <translation>还没有选择文章</translation>
    </message>
    <message>
        <source>Choose one from the list, or press J to begin with the first.</source>
        <translation>从列表中选择一篇，或按 J 从第一篇开始。</translation>
    </message>
    <message>
        <source>This article is no longer in the folder. You see it as it was read last.</source>
        <translation>这篇文章已不在文件夹中。现在显示的是上次读取的内容。</translation>
    </message>
    <message>
        <source>This article has changed since you read it.</source>
        <translation>这篇文章在你读后有改动。</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ReadingModel</name>
    <message>
        <source>Continue reading</source>
        <translation>继续阅读</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Recently read</source>
        <translation>最近读完</translation>
    </message>
    <message>
        <source>Changed since read</source>
        <translation>读后有改动</translation>
    </message>
    <message>
        <source>From today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n article(s)</source>
        <translation>
            <numerusform>%1，%n 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>Unplaced</source>
        <translation>未归位</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ReadingPanel</name>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
</context>
<context>
    <name>lectern::ui::ReadingStatus</name>
    <message>
        <source>Reading the folder</source>
        <translation>正在读取文件夹</translation>
    </message>
    <message>
        <source>%1 of %2 articles read</source>
        <translation>已读取 %1 / %2 篇文章</translation>
    </message>
    <message>
        <source>Preparing the text search: %1 of %2 articles</source>
        <translation>正在准备正文搜索：%1 / %2 篇文章</translation>
    </message>
    <message>
        <source>Reading the folder…</source>
        <translation>正在读取文件夹…</translation>
    </message>
    <message>
        <source>Preparing the text search…</source>
        <translation>正在准备正文搜索…</translation>
    </message>
</context>
<context>
    <name>lectern::ui::RecentFolders</name>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
</context>
<context>
    <name>lectern::ui::SearchCompleter</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>lectern::ui::SearchDialogs</name>
    <message>
        <source>Name in the sidebar:</source>
        <translation>侧栏中的名称：</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save This Search</source>
        <translation>保存搜索</translation>
    </message>
    <message>
        <source>Rename Saved Search</source>
        <translation>重命名已存搜索</translation>
    </message>
    <message>
        <source>Delete Saved Search</source>
        <translation>删除已存搜索</translation>
    </message>
    <message>
        <source>Delete the saved search “%1”?</source>
        <translation>删除已存搜索“%1”吗？</translation>
    </message>
    <message>
        <source>No article is deleted.</source>
        <translation>不会删除任何文章。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>lectern::ui::SessionText</name>
    <message>
        <source>%1 – %2 – Lectern</source>
        <translation>%1 – %2 – Lectern</translation>
    </message>
    <message>
        <source>%1 – Lectern</source>
        <translation>%1 – Lectern</translation>
    </message>
    <message>
        <source>There is no such folder. It may have been moved, or its disk is not there.</source>
        <translation>没有这个文件夹。它可能已被移走，或所在的磁盘没有连接。</translation>
    </message>
    <message>
        <source>You may not read this folder. Change its permissions, or open another.</source>
        <translation>没有读取这个文件夹的权限。请修改权限，或打开别的文件夹。</translation>
    </message>
    <message>
        <source>This is not a folder. Open the folder that holds the articles.</source>
        <translation>这不是文件夹。请打开存放文章的文件夹。</translation>
    </message>
    <message>
        <source>The disk reported an error: %1</source>
        <translation>磁盘报告了错误：%1</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>Looking for articles…</source>
        <translation>正在查找文章…</translation>
    </message>
    <message>
        <source>No articles in %1</source>
        <translation>%1 中没有文章</translation>
    </message>
    <message>
        <source>There is no .md or .markdown file in this folder or below. Open another folder, or add files and read it again.</source>
        <translation>这个文件夹及其下层没有 .md 或 .markdown 文件。请打开别的文件夹，或添加文件后重新读取。</translation>
    </message>
    <message>
        <source>Reading was stopped</source>
        <translation>已停止读取</translation>
    </message>
    <message>
        <source>%1 was not read to its end.</source>
        <translation>%1 没有读完。</translation>
    </message>
    <message>
        <source>%1 cannot be opened</source>
        <translation>无法打开 %1</translation>
    </message>
    <message>
        <source>Open a folder of articles</source>
        <translation>打开存放文章的文件夹</translation>
    </message>
    <message>
        <source>Lectern reads the Markdown files in a folder and in the folders below. You can also drop a folder here. Nothing in it is changed.</source>
        <translation>Lectern 读取一个文件夹及其下层的 Markdown 文件。也可以把文件夹拖到这里。其中的内容不会被改动。</translation>
    </message>
</context>
<context>
    <name>lectern::ui::StateNotice</name>
    <message>
        <source>What you read, star and mark is not kept: a newer version of Lectern made %1. Use that version, or move the file away to begin anew.</source>
        <translation>阅读、星标和标注都不会保存：%1 由更新版本的 Lectern 创建。请使用该版本，或移走此文件重新开始。</translation>
    </message>
    <message>
        <source>What you read, star and mark is not kept: %1 cannot be opened. See that its folder may be written and the disk is not full, then start Lectern again.</source>
        <translation>阅读、星标和标注都不会保存：无法打开 %1。请确认所在文件夹可写、磁盘未满，然后重新启动 Lectern。</translation>
    </message>
    <message>
        <source>What you read, star and mark from now on is not kept: %1 cannot be written. Make it writable, then start Lectern again.</source>
        <translation>此后的阅读、星标和标注不会保存：无法写入 %1。请使其可写，然后重新启动 Lectern。</translation>
    </message>
    <message>
        <source>The file of what you read, starred and marked was damaged. All of it could be saved. The damaged file is kept as %1.</source>
        <translation>保存阅读、星标和标注的文件曾损坏，内容已全部恢复。损坏的文件保留为 %1。</translation>
    </message>
    <message>
        <source>The file of what you read, starred and marked was damaged. Not all of it could be saved. The damaged file is kept as %1.</source>
        <translation>保存阅读、星标和标注的文件曾损坏，只恢复了一部分内容。损坏的文件保留为 %1。</translation>
    </message>
    <message>
        <source>The file of what you read, starred and marked is damaged: %1. Start Lectern again to save what can be read.</source>
        <translation>保存阅读、星标和标注的文件已损坏：%1。请重新启动 Lectern 以恢复尚可读取的内容。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>lectern::ui::StatePage</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>lectern::ui::StatisticsView</name>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s), %1 characters, %2</source>
        <translation>
            <numerusform>%Ln 篇文章，%1 字，%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>What the squares show</source>
        <translation>方格显示的内容</translation>
    </message>
    <message>
        <source>By Category</source>
        <translation>按分类</translation>
    </message>
    <message>
        <source>By Site</source>
        <translation>按网站</translation>
    </message>
    <message>
        <source>Nothing read yet</source>
        <translation>还没有读过</translation>
    </message>
    <message>
        <source>What you read in this folder is counted here, on this computer alone.</source>
        <translation>您在此文件夹中读的内容会在这里统计，数据只留在这台电脑上。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Read in this folder: %1</source>
        <translation>在此文件夹中读了：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Read by day. %1</source>
        <translation>按日期的阅读量。%1</translation>
    </message>
</context>
<context>
    <name>lectern::ui::StatusMessages</name>
    <message>
        <source>This system cannot watch the whole folder. Changes show up within half a minute, or with F5.</source>
        <translation>系统无法监视整个文件夹。更改会在半分钟内显示，也可按 F5。</translation>
    </message>
    <message>
        <source>Place %1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) marked. F3 goes to the next.</source>
        <translation>
            <numerusform>已标出 %Ln 处。按 F3 转到下一处。</numerusform>
        </translation>
    </message>
    <message>
        <source>Text size %1%</source>
        <translation>文字大小 %1%</translation>
    </message>
    <message>
        <source>%1 could not be read again; you see what it held before.</source>
        <translation>无法重新读取 %1；现在显示的是先前的内容。</translation>
    </message>
</context>
<context>
    <name>lectern::ui::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
</context>
<context>
    <name>lectern::ui::TimelineText</name>
    <message>
        <source>%1 %2</source>
        <comment>12 articles, from February 2025</comment>
        <translation>%2：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln 篇</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::UndoNotice</name>
    <message numerus="yes">
        <source>%Ln article(s) marked as read</source>
        <translation>
            <numerusform>已将 %Ln 篇文章标为已读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as unread</source>
        <translation>
            <numerusform>已将 %Ln 篇文章标为未读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) starred</source>
        <translation>
            <numerusform>已给 %Ln 篇文章加星标</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Star taken from %Ln article(s)</source>
        <translation>
            <numerusform>已取消 %Ln 篇文章的星标</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labels of %Ln article(s) changed</source>
        <translation>
            <numerusform>已更改 %Ln 篇文章的标记</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>This could not be kept. Is the disk full, or may its folder not be written?</source>
        <translation>这次操作未能保存。磁盘是否已满，或文件夹不可写？</translation>
    </message>
    <message>
        <source>Label “%1” changed</source>
        <translation>已更改标记“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Label “%1” deleted, which %Ln article(s) had</source>
        <translation>
            <numerusform>已删除 %Ln 篇文章带有的标记“%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>What was kept of “%1” is placed</source>
        <translation>“%1”的记录已归位</translation>
    </message>
    <message numerus="yes">
        <source>What was kept of %Ln article(s) is discarded</source>
        <translation>
            <numerusform>已丢弃 %Ln 篇文章的记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Highlighted</source>
        <translation>已高亮</translation>
    </message>
    <message>
        <source>Highlight changed</source>
        <translation>已修改高亮</translation>
    </message>
    <message>
        <source>Highlight deleted</source>
        <translation>已删除高亮</translation>
    </message>
    <message>
        <source>Only words of the article can be highlighted</source>
        <translation>只能高亮文章中的文字</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) deleted</source>
        <translation>
            <numerusform>已删除 %Ln 条高亮</numerusform>
        </translation>
    </message>
    <message>
        <source>Not undone, since it was changed elsewhere meanwhile: %1</source>
        <translation>未撤销，因为其间已在别处更改：%1</translation>
    </message>
    <message>
        <source>Nothing was changed, since it was removed elsewhere meanwhile</source>
        <translation>未作更改，因为其间已在别处移除</translation>
    </message>
    <message>
        <source>Another label is called “%1” now. Nothing was changed.</source>
        <translation>已有另一个标签名为“%1”，未作更改。</translation>
    </message>
</context>
<context>
    <name>lectern::ui::UnplacedDialog</name>
    <message>
        <source>Unplaced</source>
        <translation>未归位</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Was at</source>
        <translation>原位置</translation>
    </message>
    <message>
        <source>Same web address</source>
        <translation>网址相同</translation>
    </message>
    <message>
        <source>Same place</source>
        <translation>位置相同</translation>
    </message>
    <message>
        <source>Same text, or much alike</source>
        <translation>正文相同或非常相似</translation>
    </message>
    <message>
        <source>Same title</source>
        <translation>标题相同</translation>
    </message>
    <message>
        <source>Same file name</source>
        <translation>文件名相同</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Is at</source>
        <translation>位于</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>&amp;Place on This Article</source>
        <translation>归到这篇文章(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>丢弃(&amp;D)…</translation>
    </message>
    <message>
        <source>Find an article by its title or path</source>
        <translation>按标题或路径查找文章</translation>
    </message>
    <message>
        <source>What you read, starred and labelled of these articles is kept, but they are not in the folder now, or it is not certain which they are. It comes back with them, or you say where it belongs.</source>
        <translation>这些文章的阅读记录、星标和标记都已保留，但它们目前不在文件夹中，或无法确定是哪一篇。文章回来时记录也会回来，也可以由您指定归到哪一篇。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Discard what is kept of “%1”?</source>
        <translation>丢弃“%1”的记录？</translation>
    </message>
    <message>
        <source>Whether it was read, its star, labels, highlights and notes are gone then, also when the article comes back. No file is deleted.</source>
        <translation>已读状态、星标、标记、高亮和笔记都将消失，文章回来时也不会恢复。不会删除任何文件。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>lectern::ui::UnplacedHighlights</name>
    <message>
        <source>%1 — %2</source>
        <translation>%1 —— %2</translation>
    </message>
    <message>
        <source>Highlights that are not found</source>
        <translation>未找到的高亮</translation>
    </message>
    <message>
        <source>&amp;Delete Highlight</source>
        <translation>删除高亮(&amp;D)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) not found in the text as it is now</source>
        <translation>
            <numerusform>在现在的文中找不到 %Ln 处高亮</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lectern::ui::WebReaderView</name>
    <message>
        <source>This article cannot be shown.</source>
        <translation>无法显示这篇文章。</translation>
    </message>
    <message>
        <source>This article cannot be shown: the page&apos;s process ended several times. Choose another article, or this one again later.</source>
        <translation>无法显示这篇文章：页面进程多次意外结束。请选择别的文章，或稍后再试。</translation>
    </message>
</context>
<context>
    <name>lectern::ui::WindowActions</name>
    <message>
        <source>&amp;Open Folder…</source>
        <translation>打开文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a folder of Markdown articles</source>
        <translation>打开存放 Markdown 文章的文件夹</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Read the folder again</source>
        <translation>重新读取文件夹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop reading the folder</source>
        <translation>停止读取文件夹</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Leave Lectern</source>
        <translation>退出 Lectern</translation>
    </message>
    <message>
        <source>&amp;Search Articles</source>
        <translation>搜索文章(&amp;S)</translation>
    </message>
    <message>
        <source>Search the titles and summaries of all articles</source>
        <translation>在全部文章的标题和摘要中搜索</translation>
    </message>
    <message>
        <source>&amp;Clear Search</source>
        <translation>清除搜索(&amp;C)</translation>
    </message>
    <message>
        <source>Close the find bar, take the marks away, or show all articles</source>
        <translation>关闭查找栏、去掉标记或显示全部文章</translation>
    </message>
    <message>
        <source>&amp;Find in Article…</source>
        <translation>在文章中查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find words in the open article</source>
        <translation>在打开的文章中查找文字</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>查找下一处(&amp;N)</translation>
    </message>
    <message>
        <source>The next place in the article</source>
        <translation>文章中的下一处</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>查找上一处(&amp;P)</translation>
    </message>
    <message>
        <source>The place before in the article</source>
        <translation>文章中的上一处</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>The article shown before</source>
        <translation>先前显示的文章</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>The article shown after</source>
        <translation>后来显示的文章</translation>
    </message>
    <message>
        <source>&amp;Next Article</source>
        <translation>下一篇文章(&amp;N)</translation>
    </message>
    <message>
        <source>The article below in the list</source>
        <translation>列表中的下一篇</translation>
    </message>
    <message>
        <source>&amp;Previous Article</source>
        <translation>上一篇文章(&amp;P)</translation>
    </message>
    <message>
        <source>The article above in the list</source>
        <translation>列表中的上一篇</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>&amp;Normal Size</source>
        <translation>正常大小(&amp;N)</translation>
    </message>
    <message>
        <source>Text in its normal size</source>
        <translation>文字恢复正常大小</translation>
    </message>
    <message>
        <source>Cont&amp;ents</source>
        <translation>目录(&amp;E)</translation>
    </message>
    <message>
        <source>Show or hide the headings of the open article</source>
        <translation>显示或隐藏当前文章的小标题</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>Use the whole screen, or leave it</source>
        <translation>使用整个屏幕，或退出全屏</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>侧栏(&amp;S)</translation>
    </message>
    <message>
        <source>Show or hide categories, tags and languages</source>
        <translation>显示或隐藏分类、标签和语言</translation>
    </message>
    <message>
        <source>Show as &amp;Written</source>
        <translation>按原文显示(&amp;W)</translation>
    </message>
    <message>
        <source>Show the article without repairs</source>
        <translation>不加修补地显示文章</translation>
    </message>
    <message>
        <source>&amp;Problems…</source>
        <translation>问题(&amp;P)…</translation>
    </message>
    <message>
        <source>What is wrong in the articles of this folder</source>
        <translation>这个文件夹的文章有哪些问题</translation>
    </message>
    <message>
        <source>&amp;About Lectern</source>
        <translation>关于 Lectern(&amp;A)</translation>
    </message>
    <message>
        <source>What this program is</source>
        <translation>这个程序是什么</translation>
    </message>
    <message>
        <source>The colours of the window and the article</source>
        <translation>窗口和文章的颜色</translation>
    </message>
    <message>
        <source>The order of the list</source>
        <translation>列表的顺序</translation>
    </message>
    <message>
        <source>Search &amp;Text Too</source>
        <translation>同时搜索正文(&amp;T)</translation>
    </message>
    <message>
        <source>Search the whole text of the articles too, not only titles and summaries</source>
        <translation>除标题和摘要外，也搜索文章正文</translation>
    </message>
    <message>
        <source>Sa&amp;ve This Search…</source>
        <translation>保存搜索(&amp;V)…</translation>
    </message>
    <message>
        <source>Keep this search in the sidebar</source>
        <translation>把这个搜索保存到侧栏</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>S&amp;ort</source>
        <translation>排序(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Repairs</source>
        <translation>修补(&amp;R)</translation>
    </message>
    <message>
        <source>Folders that were open before</source>
        <translation>以前打开过的文件夹</translation>
    </message>
    <message>
        <source>What is mended when an article is shown</source>
        <translation>显示文章时修复哪些问题</translation>
    </message>
    <message>
        <source>Copy the Article&apos;s &amp;Path</source>
        <translation>复制文章路径(&amp;P)</translation>
    </message>
    <message>
        <source>Copy where the open article&apos;s file is</source>
        <translation>复制当前文章文件的所在位置</translation>
    </message>
    <message>
        <source>Mark as &amp;Read or Unread</source>
        <translation>标为已读或未读(&amp;R)</translation>
    </message>
    <message>
        <source>Mark the chosen articles as read, or as unread where all of them are read</source>
        <translation>把选中的文章标为已读；若都已读，则标为未读</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>星标(&amp;S)</translation>
    </message>
    <message>
        <source>Star the chosen articles, or take the stars from them</source>
        <translation>给选中的文章加星标，或取消星标</translation>
    </message>
    <message>
        <source>Mark A&amp;bove as Read</source>
        <translation>上方的标为已读(&amp;B)</translation>
    </message>
    <message>
        <source>Mark every article above the chosen ones in the list as read</source>
        <translation>把列表中所选文章上方的每一篇标为已读</translation>
    </message>
    <message>
        <source>Mark B&amp;elow as Read</source>
        <translation>下方的标为已读(&amp;E)</translation>
    </message>
    <message>
        <source>Mark every article below the chosen ones in the list as read</source>
        <translation>把列表中所选文章下方的每一篇标为已读</translation>
    </message>
    <message>
        <source>Mark &amp;All in the List as Read</source>
        <translation>将列表中的文章全部标为已读(&amp;A)</translation>
    </message>
    <message>
        <source>Mark every article that the list shows as read</source>
        <translation>把列表中显示的每篇文章标为已读</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back what was done to articles last</source>
        <translation>撤销最近一次对文章的操作</translation>
    </message>
    <message>
        <source>&amp;Labels…</source>
        <translation>标记(&amp;L)…</translation>
    </message>
    <message>
        <source>Give the chosen articles labels of your own, or take labels from them</source>
        <translation>给选中的文章加上自己的标记，或去掉标记</translation>
    </message>
    <message>
        <source>What &amp;Changed…</source>
        <translation>改动之处(&amp;C)…</translation>
    </message>
    <message>
        <source>What changed in the open article since you read it</source>
        <translation>读后文章有哪些改动</translation>
    </message>
    <message>
        <source>S&amp;tatistics…</source>
        <translation>统计(&amp;T)…</translation>
    </message>
    <message>
        <source>How much you read in this folder, by day, category and site</source>
        <translation>您在此文件夹中读了多少：按日期、分类和网站</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>高亮(&amp;H)</translation>
    </message>
    <message>
        <source>Highlight the selected words in the colour that was used last</source>
        <translation>用上次的颜色高亮所选文字</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>笔记(&amp;N)…</translation>
    </message>
    <message>
        <source>Highlight the selected words with a note, or change the note of a highlight</source>
        <translation>高亮所选文字并加上笔记，或修改高亮的笔记</translation>
    </message>
    <message>
        <source>&amp;Copy with Citation</source>
        <translation>连同出处复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected words with the article&apos;s title, source and date</source>
        <translation>复制所选文字，附上文章的标题、来源和日期</translation>
    </message>
    <message>
        <source>&amp;Highlights…</source>
        <translation>高亮(&amp;H)…</translation>
    </message>
    <message>
        <source>All highlights and notes of this folder: find, open and export them</source>
        <translation>此文件夹的全部高亮和笔记：查找、打开和导出</translation>
    </message>
</context>
<context>
    <name>lectern::ui::WindowChoices</name>
    <message>
        <source>As the &amp;Desktop</source>
        <translation>跟随桌面(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation>米色(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Headings</source>
        <translation>标题(&amp;H)</translation>
    </message>
    <message>
        <source>Headings that read as lists, or begin with dashes</source>
        <translation>读起来像列表或以横线开头的标题</translation>
    </message>
    <message>
        <source>&amp;Empty Headings</source>
        <translation>空标题(&amp;E)</translation>
    </message>
    <message>
        <source>Headings without words</source>
        <translation>没有文字的标题</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>图片(&amp;I)</translation>
    </message>
    <message>
        <source>Images inside lines of text, or without an address</source>
        <translation>夹在文字中或没有地址的图片</translation>
    </message>
    <message>
        <source>Image &amp;Descriptions</source>
        <translation>图片说明(&amp;D)</translation>
    </message>
    <message>
        <source>Descriptions that only say that there is an image</source>
        <translation>只说明“这是图片”的图片说明</translation>
    </message>
    <message>
        <source>E&amp;mphasis</source>
        <translation>强调(&amp;M)</translation>
    </message>
    <message>
        <source>Asterisks that were left behind</source>
        <translation>残留的星号</translation>
    </message>
    <message>
        <source>&amp;Tables</source>
        <translation>表格(&amp;T)</translation>
    </message>
    <message>
        <source>Tables with an empty first row, or right below a line of text</source>
        <translation>首行为空或紧跟在文字下面的表格</translation>
    </message>
    <message>
        <source>&amp;Links</source>
        <translation>链接(&amp;L)</translation>
    </message>
    <message>
        <source>Links to places on the site that the article is from</source>
        <translation>指向文章来源网站内部的链接</translation>
    </message>
    <message>
        <source>Link to the &amp;Source</source>
        <translation>原文链接(&amp;S)</translation>
    </message>
    <message>
        <source>A last line that only links to the source</source>
        <translation>只链接到原文的最后一行</translation>
    </message>
    <message>
        <source>&amp;Repetitions</source>
        <translation>重复内容(&amp;R)</translation>
    </message>
    <message>
        <source>Title, summary and picture that the text shows again</source>
        <translation>正文里再次出现的标题、摘要和图片</translation>
    </message>
    <message>
        <source>&amp;Unclosed HTML</source>
        <translation>未关闭的 HTML(&amp;U)</translation>
    </message>
    <message>
        <source>Headings, paragraphs and lists that were opened in HTML and never closed</source>
        <translation>在 HTML 中打开却从未关闭的标题、段落和列表</translation>
    </message>
    <message>
        <source>Newest First</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest First</source>
        <translation>最旧在前</translation>
    </message>
    <message>
        <source>Title A to Z</source>
        <translation>标题 A 到 Z</translation>
    </message>
    <message>
        <source>Title Z to A</source>
        <translation>标题 Z 到 A</translation>
    </message>
    <message>
        <source>By Weight</source>
        <translation>按权重</translation>
    </message>
    <message>
        <source>The order of the list</source>
        <translation>列表的顺序</translation>
    </message>
    <message>
        <source>The colours of the window and the article</source>
        <translation>窗口和文章的颜色</translation>
    </message>
</context>
</TS>
