#pragma once

#include <array>
#include <string_view>

namespace lectern::bench {

// The words that generated articles are made of. Plain enough to occur in any text; what counts is
// that some are frequent and most are rare, in two scripts.

inline constexpr std::array<std::string_view, 96> kChineseWords{
    "的",   "了",   "在",   "是",   "和",   "有",   "我们", "他们", "这个", "一个", "可以", "没有",
    "因为", "所以", "但是", "如果", "时间", "城市", "问题", "工作", "生活", "朋友", "老师", "学生",
    "学校", "孩子", "科学", "技术", "研究", "数据", "系统", "网络", "程序", "语言", "文字", "图书",
    "阅读", "写作", "新闻", "市场", "公司", "产品", "经济", "历史", "文化", "艺术", "音乐", "电影",
    "世界", "国家", "社会", "自然", "天空", "月亮", "太阳", "河流", "山路", "森林", "花园", "春天",
    "夏天", "秋天", "冬天", "早晨", "傍晚", "今天", "明天", "去年", "火车", "飞机", "桥梁", "道路",
    "房子", "窗户", "厨房", "面条", "米饭", "茶叶", "水果", "蔬菜", "医院", "医生", "健康", "运动",
    "比赛", "记忆", "想法", "方法", "结果", "原因", "规律", "模型", "算法", "统计", "概率", "智能",
};

inline constexpr std::array<std::string_view, 96> kEnglishWords{
    "the",     "of",      "and",     "to",      "in",       "a",       "is",      "that",
    "for",     "it",      "with",    "as",      "was",      "on",      "are",     "by",
    "this",    "be",      "from",    "or",      "which",    "have",    "an",      "they",
    "were",    "more",    "other",   "time",    "people",   "water",   "light",   "paper",
    "house",   "river",   "bridge",  "garden",  "morning",  "evening", "summer",  "winter",
    "letter",  "number",  "reader",  "writer",  "library",  "science", "history", "language",
    "machine", "program", "network", "system",  "market",   "company", "product", "question",
    "answer",  "reason",  "result",  "method",  "model",    "memory",  "music",   "picture",
    "window",  "kitchen", "bread",   "orange",  "doctor",   "health",  "teacher", "student",
    "school",  "friend",  "country", "village", "mountain", "forest",  "journey", "station",
    "engine",  "signal",  "pattern", "measure", "balance",  "promise", "silence", "weather",
    "shadow",  "colour",  "quiet",   "early",   "narrow",   "gentle",  "curious", "patient",
};

} // namespace lectern::bench
