// SPDX-License-Identifier: Apache-2.0
#include "plugins/html/page_facts.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "plugins/html/dates.hpp"
#include "plugins/html/json_ld.hpp"
#include "plugins/html/noise.hpp"
#include "plugins/html/text.hpp"

namespace claimsift::html {

namespace {

/// What one walk over the page collects.
struct Found {
  std::map<std::string, std::string> meta;  // by name or property in lower case; the first counts
  LinkedArticle linked;
  std::string title_element, canonical, language, base;
  std::vector<std::string> headings;  // h1
  std::string item_title, item_author, rel_author, author_class;
  std::string item_published, item_modified, time_published, time_first, visible_date;
};

void take_first(std::string& to, std::string value) {
  if (to.empty()) to = std::move(value);
}

bool is_date_name(std::string_view classes) {
  for (const std::string& word : name_words(classes))
    if (word == "date" || word == "published" || word == "pubdate" || word == "publishdate" ||
        word == "posted" || word == "timestamp" || word == "dateline" || word == "time" || word == "datetime")
      return true;
  return false;
}

bool is_author_name(std::string_view classes) {
  for (const std::string& word : name_words(classes))
    if (word == "byline" || word == "author" || word == "authors" || word == "writer") return true;
  return false;
}

/// A name without "By" in front and what else stands in bylines; empty for what is no name.
std::string as_byline(std::string text) {
  text = tidy(text);
  for (const std::string_view prefix :
       {"by ", "written by ", "posted by ", "words by ", "story by ", "author: ", "from "})
    if (lower(text.substr(0, prefix.size())) == prefix) text.erase(0, prefix.size());
  for (const std::string_view stop : {" | ", " \xE2\x80\xA2 ", " \xC2\xB7 ", " - ", " \xE2\x80\x93 ", " on ",
                                      ", Published", " Published", " Updated"})
    if (const size_t at = text.find(stop); at != std::string::npos) text.erase(at);
  while (!text.empty() && (text.back() == ',' || text.back() == ' ' || text.back() == '|')) text.pop_back();
  const bool link = contains_any(text, {"http://", "https://", "www.", "@", "{"});
  return link || length(text) < 3 || length(text) > 120 ? std::string() : text;
}

class Collector {
 public:
  explicit Collector(Found& found) : found_(found) {}

  void element(Node node) {
    const std::string_view name = tag(node);
    if (name == "html") found_.language = attribute(node, "lang");
    if (name == "meta") return meta(node);
    if (name == "link" && lower(attribute(node, "rel")) == "canonical")
      take_first(found_.canonical, attribute(node, "href"));
    if (name == "title") take_first(found_.title_element, text_of(node));
    if (name == "script" && lower(attribute(node, "type")).find("ld+json") != std::string::npos) script(node);
    if (name == "h1") found_.headings.push_back(text_of(node));
    microdata(node, name);
    visible(node, name);
  }

 private:
  void meta(Node node) {
    const std::string content = tidy(attribute(node, "content"));
    if (content.empty()) return;
    for (const char* key : {"property", "name", "itemprop", "http-equiv"})
      if (const std::string name = lower(attribute(node, key)); !name.empty())
        found_.meta.emplace(name, content);
  }
  void script(Node node) {
    std::string text;
    for (Node at = first_child(node); at; at = next_sibling(at)) text += characters(at);
    read_json_ld(text, found_.linked);
  }
  void microdata(Node node, std::string_view name) {
    const std::string property = lower(attribute(node, "itemprop"));
    if (property.empty()) return;
    const auto value = [&] {
      for (const char* key : {"datetime", "content"})
        if (std::string text = attribute(node, key); !text.empty()) return text;
      return text_of(node);
    };
    if (property == "headline" && name != "meta") take_first(found_.item_title, text_of(node));
    if (property == "datepublished" || property == "datecreated")
      take_first(found_.item_published, iso_date(value()));
    if (property == "datemodified") take_first(found_.item_modified, iso_date(value()));
    if (property == "author" || property == "creator")
      take_first(found_.item_author, as_byline(text_of(node)));
  }
  void visible(Node node, std::string_view name) {
    const std::string classes = attribute(node, "class") + " " + attribute(node, "id");
    const std::string rel = lower(attribute(node, "rel"));
    if (rel == "author") take_first(found_.rel_author, as_byline(text_of(node)));
    if (is_author_name(classes) && !is_article_body(node) && name != "body")
      take_first(found_.author_class, as_byline(text_of(node)));
    if (name == "time") {
      const std::string stated = attribute(node, "datetime");
      const std::string date = iso_date(stated.empty() ? text_of(node) : stated);
      if (has_attribute(node, "pubdate") || is_date_name(classes)) take_first(found_.time_published, date);
      take_first(found_.time_first, date);
    } else if (name != "body" && name != "html" && is_date_name(classes)) {
      const std::string text = text_of(node);
      if (text.size() < 120) take_first(found_.visible_date, iso_date(text));
    }
  }

  Found& found_;
};

std::string meta(const Found& found, std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (const auto it = found.meta.find(name); it != found.meta.end()) return it->second;
  return {};
}

std::string meta_date(const Found& found, std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (const auto it = found.meta.find(name); it != found.meta.end())
      if (std::string date = iso_date(it->second); !date.empty()) return date;
  return {};
}

/// A title without the site's name behind it.
std::string without_site(std::string title, const Found& found, const std::string& site) {
  for (const std::string_view apart :
       {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB ", " \xC2\xB7 "}) {
    const size_t at = title.rfind(apart);
    if (at == std::string::npos || at < 8) continue;
    const std::string head = title.substr(0, at), tail = lower(title.substr(at + apart.size()));
    const bool named = !site.empty() && (tail.find(lower(site)) != std::string::npos ||
                                         lower(site).find(tail) != std::string::npos);
    const bool heading =
        std::find(found.headings.begin(), found.headings.end(), head) != found.headings.end();
    if (named || heading || apart == " | ") return head;
  }
  return title;
}

std::string title_of(const Found& found, const std::string& site) {
  std::string stated = found.linked.headline;
  if (stated.empty())
    stated =
        meta(found, {"og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "title"});
  if (stated.empty()) stated = found.item_title;
  if (stated.empty() && found.headings.size() == 1) stated = found.headings[0];
  if (stated.empty()) stated = found.title_element;
  if (stated.empty() && !found.headings.empty()) stated = found.headings[0];
  return without_site(tidy(stated), found, site);
}

std::string published_of(const Found& found, const std::string& url) {
  const std::string stated[] = {iso_date(found.linked.published),
                                meta_date(found, {"article:published_time",
                                                  "article:published",
                                                  "og:published_time",
                                                  "og:article:published_time",
                                                  "datepublished",
                                                  "publishdate",
                                                  "publish-date",
                                                  "publish_date",
                                                  "pubdate",
                                                  "parsely-pub-date",
                                                  "sailthru.date",
                                                  "cxenseparse:recs:publishtime",
                                                  "dc.date.issued",
                                                  "dcterms.created",
                                                  "dcterms.issued",
                                                  "dc.date",
                                                  "dcterms.date",
                                                  "date",
                                                  "article.published",
                                                  "article_date_original",
                                                  "originalpublicationdate",
                                                  "rbpubdate"}),
                                found.item_published,
                                found.time_published,
                                found.visible_date,
                                found.time_first,
                                date_in_url(url)};
  for (const std::string& date : stated)
    if (!date.empty()) return date;
  return {};
}

std::string byline_of(const Found& found) {
  const std::string stated[] = {
      as_byline(found.linked.authors),
      as_byline(meta(found, {"author", "article:author_name", "parsely-author", "sailthru.author", "byl",
                             "dc.creator", "dcterms.creator", "article:author", "twitter:creator:name"})),
      found.item_author, found.rel_author, found.author_class};
  for (const std::string& name : stated)
    if (!name.empty()) return name;
  return {};
}

bool is_link(const std::string& url) { return url.starts_with("https://") || url.starts_with("http://"); }

}  // namespace

PageFacts facts_of(Node root) {
  Found found;
  Collector collector(found);
  for (Node at = root; at; at = following(at, root, true))
    if (is_element(at)) collector.element(at);
  PageFacts facts;
  facts.source = meta(found, {"og:site_name", "application-name", "dc.publisher", "copyright-holder"});
  if (facts.source.empty()) facts.source = found.linked.publisher;
  for (const std::string& url :
       {found.canonical, meta(found, {"og:url", "twitter:url", "parsely-link"}), found.linked.url})
    if (facts.url.empty() && is_link(url)) facts.url = url;
  facts.title = title_of(found, facts.source);
  facts.published = published_of(found, facts.url);
  facts.updated = iso_date(found.linked.modified);
  if (facts.updated.empty())
    facts.updated =
        meta_date(found, {"article:modified_time", "og:updated_time", "dcterms.modified", "datemodified"});
  if (facts.updated.empty()) facts.updated = found.item_modified;
  facts.byline = byline_of(found);
  facts.language = found.language.empty() ? meta(found, {"content-language", "og:locale"}) : found.language;
  facts.body = found.linked.body;
  return facts;
}

}  // namespace claimsift::html
