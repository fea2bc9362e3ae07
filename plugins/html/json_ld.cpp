// SPDX-License-Identifier: Apache-2.0
#include "plugins/html/json_ld.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "plugins/html/text.hpp"

namespace claimsift::html {

namespace {

namespace dom = simdjson::dom;

/// Sites put line ends into strings and comments around scripts, which JSON does not allow.
std::string cleaned(std::string_view script) {
  std::string text(script);
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  const size_t begin = std::min(text.find_first_of("{["), text.size());
  const size_t end = text.find_last_of("}]");
  return end == std::string::npos || end < begin ? std::string() : text.substr(begin, end - begin + 1);
}

/// A string, or the `name` (or `@id`, `url`) of an object, or those of a list, joined.
std::string name_in(dom::element value, const char* key) {
  std::string_view text;
  dom::object object;
  dom::array list;
  if (value.get(text) == simdjson::SUCCESS) return tidy(text);
  if (value.get(object) == simdjson::SUCCESS) {
    dom::element inner;
    return object.at_key(key).get(inner) == simdjson::SUCCESS ? name_in(inner, key) : std::string();
  }
  std::string joined;
  if (value.get(list) == simdjson::SUCCESS)
    for (const dom::element item : list)
      if (const std::string name = name_in(item, key); !name.empty())
        joined += (joined.empty() ? "" : ", ") + name;
  return joined;
}

bool is_article(dom::object object) {
  static constexpr std::array<std::string_view, 14> kTypes = {"Article",
                                                              "NewsArticle",
                                                              "BlogPosting",
                                                              "ReportageNewsArticle",
                                                              "AnalysisNewsArticle",
                                                              "OpinionNewsArticle",
                                                              "LiveBlogPosting",
                                                              "BackgroundNewsArticle",
                                                              "ReviewNewsArticle",
                                                              "Report",
                                                              "TechArticle",
                                                              "SocialMediaPosting",
                                                              "ScholarlyArticle",
                                                              "Review"};
  dom::element type;
  if (object.at_key("@type").get(type) != simdjson::SUCCESS) return false;
  const std::string names = name_in(type, "@id");
  return std::any_of(kTypes.begin(), kTypes.end(), [&](std::string_view t) {
    const size_t at = names.find(t);
    return at != std::string::npos && (at == 0 || names[at - 1] == ' ' || names[at - 1] == '/');
  });
}

class Reader {
 public:
  explicit Reader(LinkedArticle& article) : article_(article) {}

  void read(dom::element value, int depth) {
    dom::array list;
    dom::object object;
    if (depth > 8) return;
    if (value.get(list) == simdjson::SUCCESS)
      for (const dom::element item : list) read(item, depth + 1);
    if (value.get(object) != simdjson::SUCCESS) return;
    if (is_article(object)) {
      take(object);
      return;
    }
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"})
      if (dom::element inner; object.at_key(key).get(inner) == simdjson::SUCCESS) read(inner, depth + 1);
  }

 private:
  void take(dom::object object) {
    const auto set = [&](std::string& to, const char* key, const char* name) {
      dom::element value;
      if (to.empty() && object.at_key(key).get(value) == simdjson::SUCCESS) to = name_in(value, name);
    };
    set(article_.headline, "headline", "@value");
    set(article_.headline, "name", "@value");
    set(article_.published, "datePublished", "@value");
    set(article_.published, "dateCreated", "@value");
    set(article_.modified, "dateModified", "@value");
    set(article_.authors, "author", "name");
    set(article_.authors, "creator", "name");
    set(article_.publisher, "publisher", "name");
    set(article_.url, "url", "@id");
    dom::element body;
    std::string_view text;
    if (article_.body.empty() && object.at_key("articleBody").get(body) == simdjson::SUCCESS &&
        body.get(text) == simdjson::SUCCESS)
      article_.body = std::string(text);
  }

  LinkedArticle& article_;
};

}  // namespace

void read_json_ld(std::string_view script, LinkedArticle& article) {
  dom::parser parser;
  dom::element root;
  const std::string text = cleaned(script);
  if (text.empty() || parser.parse(text).get(root) != simdjson::SUCCESS) return;
  Reader(article).read(root, 0);
}

}  // namespace claimsift::html
