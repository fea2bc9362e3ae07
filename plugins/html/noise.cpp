// SPDX-License-Identifier: Apache-2.0
#include "plugins/html/noise.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "plugins/html/text.hpp"

namespace claimsift::html {

namespace {

template <size_t N> bool is_in(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}
template <size_t N> bool begins_like(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view stem) { return word.starts_with(stem); });
}

constexpr std::array<std::string_view, 9> kCertainStems = {
    "comment", "disqus", "respond", "replies", "livefyre", "discourse", "cookie", "consent", "gdpr"};
constexpr std::array<std::string_view, 29> kStrongStems = {
    "sidebar", "footer",   "navbar",    "navig",     "breadcrumb", "pagin",   "sharing",  "share",
    "social",  "related",  "recommend", "recirc",    "newsletter", "subscri", "cookie",   "advert",
    "sponsor", "outbrain", "taboola",   "promo",     "trending",   "popular", "mostread", "mostpopular",
    "popup",   "masthead", "toolbar",   "copyright", "sociable"};
constexpr std::array<std::string_view, 24> kStrongWords = {
    "nav",     "menu",  "ad",     "ads",       "adslot",   "gdpr",     "consent",  "modal",
    "overlay", "login", "signin", "signup",    "register", "skip",     "pager",    "print",
    "noprint", "tools", "topbar", "offcanvas", "donate",   "donation", "lightbox", "readnext"};
constexpr std::array<std::string_view, 32> kWeakWords = {
    "author", "authors",  "bio",        "byline",     "caption",   "captions", "credit",    "credits",
    "meta",   "metadata", "tags",       "tag",        "timestamp", "dateline", "banner",    "header",
    "teaser", "teasers",  "rating",     "ratings",    "carousel",  "gallery",  "slideshow", "slider",
    "poll",   "legal",    "disclaimer", "categories", "toc",       "premium",  "widget",    "widgets"};
// With one of these a name says what an element has or lacks, not what it is.
constexpr std::array<std::string_view, 18> kQualifiers = {
    "has", "with",   "no",   "without", "open",     "closed", "not",    "enabled", "disabled",
    "is",  "layout", "page", "wrap",    "category", "topic",  "status", "format",  "type"};
constexpr std::array<std::string_view, 8> kRoles = {"navigation", "complementary", "contentinfo", "search",
                                                    "dialog",     "alertdialog",   "menu",        "menubar"};
constexpr std::array<std::string_view, 24> kDropped = {
    "script", "style",  "noscript", "template", "svg",    "math",     "iframe",   "frame",
    "object", "embed",  "applet",   "canvas",   "video",  "audio",    "map",      "area",
    "select", "option", "textarea", "input",    "button", "datalist", "progress", "title"};

/// Of one class name or id.
Noise noise_of_name(std::string_view name) {
  const std::vector<std::string> words = name_words(name);
  Noise found = Noise::none;
  for (const std::string& word : words) {
    if (is_in(word, kQualifiers)) return Noise::none;
    Noise here = Noise::none;
    if (begins_like(word, kCertainStems))
      here = Noise::certain;
    else if (begins_like(word, kStrongStems) || is_in(word, kStrongWords))
      here = Noise::strong;
    else if (is_in(word, kWeakWords))
      here = Noise::weak;
    found = std::max(found, here);
  }
  return found;
}

Noise noise_of_names(std::string_view names) {
  Noise found = Noise::none;
  while (!names.empty()) {
    const size_t blank = std::min(names.find_first_of(" \t\r\n"), names.size());
    if (blank > 0) found = std::max(found, noise_of_name(names.substr(0, blank)));
    names.remove_prefix(std::min(blank + 1, names.size()));
  }
  return found;
}

/// Lower-case text without what stands around it.
std::string core(std::string_view text) {
  std::string plain = lower(text);
  while (!plain.empty() &&
         !((plain.back() >= 'a' && plain.back() <= 'z') || (plain.back() >= '0' && plain.back() <= '9')))
    plain.pop_back();
  size_t begin = 0;
  while (begin < plain.size() && std::string_view(" \t>*-[(:|").find(plain[begin]) != std::string_view::npos)
    ++begin;
  return plain.substr(begin);
}

/// "12 comments" without the number.
std::string_view without_number(std::string_view text) {
  while (!text.empty() &&
         ((text[0] >= '0' && text[0] <= '9') || text[0] == ' ' || text[0] == ',' || text[0] == '('))
    text.remove_prefix(1);
  return text;
}

}  // namespace

Noise noise_of(Node element) {
  const std::string_view name = tag(element);
  if (name == "body" || name == "html" || name == "article" || name == "main") {
    // A comment is an article of its own to HTML5.
    return name == "article" && noise_of_names(attribute(element, "class")) == Noise::certain ? Noise::certain
                                                                                              : Noise::none;
  }
  if (name == "nav" || name == "aside" || name == "footer" || name == "menu") return Noise::strong;
  const Noise named =
      std::max(noise_of_names(attribute(element, "class")), noise_of_names(attribute(element, "id")));
  if (is_in(lower(attribute(element, "role")), kRoles)) return std::max(named, Noise::strong);
  if (named == Noise::none && (name == "figcaption" || name == "header")) return Noise::weak;
  return named;
}

bool is_dropped(Node element) { return is_in(tag(element), kDropped); }

bool is_hidden(Node element) {
  if (has_attribute(element, "hidden")) return true;
  std::string style = lower(attribute(element, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return contains_any(style, {"display:none", "visibility:hidden"}) ||
         attribute(element, "aria-hidden") == "true";
}

bool is_article_body(Node element) {
  if (lower(attribute(element, "itemprop")) == "articlebody") return true;
  std::string joined;
  for (const std::string& word : name_words(attribute(element, "class") + " " + attribute(element, "id")))
    joined += word + ' ';
  joined.erase(std::remove(joined.begin(), joined.end(), ' '), joined.end());
  return contains_any(
      joined, {"articlebody", "articlecontent", "articletext", "entrycontent", "postcontent", "postbody",
               "storybody", "storycontent", "storytext", "bodytext", "bodycontent", "articlecopy",
               "contentbody", "articlemain", "blogcontent", "blogpost"});
}

bool is_boilerplate(std::string_view text) {
  if (text.size() > 240) return false;
  const std::string plain = core(text);
  if (plain.empty()) return true;
  static constexpr std::array<std::string_view, 44> kBegins = {"share this",
                                                               "share on",
                                                               "share article",
                                                               "follow us",
                                                               "follow me",
                                                               "sign up for",
                                                               "sign up to",
                                                               "subscribe to",
                                                               "subscribe now",
                                                               "click here to",
                                                               "read more:",
                                                               "read also",
                                                               "also read",
                                                               "see also:",
                                                               "read next",
                                                               "related:",
                                                               "more:",
                                                               "related story",
                                                               "related stories",
                                                               "related article",
                                                               "watch:",
                                                               "listen:",
                                                               "advertisement",
                                                               "sponsored content",
                                                               "all rights reserved",
                                                               "copyright ",
                                                               "(c) ",
                                                               "\xC2\xA9",
                                                               "photo by",
                                                               "photo:",
                                                               "photograph:",
                                                               "image:",
                                                               "image source",
                                                               "image credit",
                                                               "posted in",
                                                               "filed under",
                                                               "tagged ",
                                                               "tags:",
                                                               "categories:",
                                                               "leave a comment",
                                                               "join our newsletter",
                                                               "this website uses cookies",
                                                               "we use cookies",
                                                               "by continuing to use"};
  static constexpr std::array<std::string_view, 32> kWhole = {"share",
                                                              "tweet",
                                                              "print",
                                                              "email",
                                                              "save",
                                                              "comment",
                                                              "comments",
                                                              "reply",
                                                              "advertisement",
                                                              "loading",
                                                              "read more",
                                                              "more",
                                                              "continue reading",
                                                              "story continues below",
                                                              "article continues below",
                                                              "back to top",
                                                              "top",
                                                              "next",
                                                              "previous",
                                                              "home",
                                                              "menu",
                                                              "search",
                                                              "login",
                                                              "log in",
                                                              "sign in",
                                                              "register",
                                                              "subscribe",
                                                              "facebook",
                                                              "twitter",
                                                              "whatsapp",
                                                              "linkedin",
                                                              "skip to content"};
  return is_in(plain, kWhole) || begins_like(plain, kBegins) ||
         contains_any(plain,
                      {"article continues below", "story continues below", "sign up for our newsletter",
                       "all rights reserved", "continues after advert", "enable javascript"});
}

Section section_of(std::string_view heading) {
  if (heading.size() > 80) return Section::none;
  const std::string plain = core(heading);
  const std::string_view text = without_number(plain);
  static constexpr std::array<std::string_view, 13> kComments = {
      "comment",         "responses",         "leave a reply",
      "leave a comment", "reader comments",   "join the conversation",
      "discussion",      "post a comment",    "add a comment",
      "your comments",   "what do you think", "thoughts on",
      "replies"};
  static constexpr std::array<std::string_view, 28> kElsewhere = {
      "related",          "more from",    "more on",        "more stories", "more news",  "read next",
      "read more",        "you may also", "you might also", "recommended",  "most read",  "most popular",
      "most viewed",      "popular",      "trending",       "latest",       "share this", "about the author",
      "about the writer", "newsletter",   "sign up",        "subscribe",    "follow us",  "editor's pick",
      "top stories",      "also in",      "sponsored",      "don't miss"};
  if (begins_like(text, kComments)) return Section::comments;
  return begins_like(text, kElsewhere) ? Section::elsewhere : Section::none;
}

}  // namespace claimsift::html
