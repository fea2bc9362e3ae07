// SPDX-License-Identifier: Apache-2.0
#include "plugins/html/main_text.hpp"

#include <algorithm>

#include "plugins/html/noise.hpp"
#include "plugins/html/text.hpp"

namespace claimsift::html {

namespace {

enum class Class : uint8_t { bad, shorter, near, good };

constexpr uint32_t kGood = 100;  // characters of a paragraph with a sentence in it
constexpr uint32_t kLong = 220;  // of one without
constexpr uint32_t kNear = 45;
constexpr double kLinks = 0.33;  // share of a block's characters in links

bool ends_sentence(std::string_view text) {
  for (const std::string_view end : {".", "!", "?", "\"", ":", ")", "\xE2\x80\x9D", "\xE2\x80\x99",
                                     "\xE2\x80\xA6", "\xC2\xBB", "\xE3\x80\x82"})
    if (text.ends_with(end)) return true;
  return false;
}

bool has_sentence(std::string_view text) {
  return ends_sentence(text) || contains_any(text, {". ", "! ", "? ", ", ", ".\"", ".\xE2\x80\x9D"});
}

size_t words_in(std::string_view text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

Class class_of(const Block& block) {
  const double links = block.link_share();
  if (block.noise || is_boilerplate(block.text)) return Class::bad;
  // Prose can be full of links, but then it has a sentence around them; lists of links have none.
  const bool whole = ends_sentence(block.text) && block.characters - block.in_links >= kNear;
  if (links > 0.65 || (links > kLinks && !whole)) return Class::bad;
  if (links > 0.5) return Class::near;
  if (block.kind == BlockKind::heading) return Class::shorter;
  if (block.kind == BlockKind::row) return Class::near;
  const bool sentence = has_sentence(block.text);
  if ((block.characters >= kGood && sentence) || block.characters >= kLong) return Class::good;
  if (block.characters >= kNear || (words_in(block.text) >= 4 && ends_sentence(block.text)))
    return Class::near;
  return Class::shorter;
}

/// What an element gains by a block.
double value_of(const Block& block, Class c) {
  if (block.noise) return 0;  // it goes wherever it stands
  switch (c) {
    case Class::good: return block.characters;
    case Class::near: return 0.5 * block.characters;
    case Class::shorter: return block.kind == BlockKind::heading ? 0 : -0.5 * block.characters - 5;
    case Class::bad: break;
  }
  return -1.0 * block.characters - 10;
}

class Extractor {
 public:
  Extractor(const Blocks& page, std::string_view title) : page_(page), title_(lower(title)) {
    for (const Block& block : page.blocks) {
      classes_.push_back(class_of(block));
      const double value = value_of(block, classes_.back());
      gains_.push_back(gains_.back() + value);
      losses_.push_back(losses_.back() + (value < 0 ? -value : 0));
    }
  }

  MainText run() {
    if (page_.elements.empty()) return {};
    const uint32_t element = narrowed(preferred(best()));
    first_ = page_.elements[element].first;
    last_ = page_.elements[element].last;
    if (gain(element) <= 0) return fallback();
    standfirst();
    cut_sections();
    drop_link_lists();
    settle();
    return {text(), page_.elements[element].node};
  }

 private:
  double gain(uint32_t element) const {
    const Element& e = page_.elements[element];
    return gains_[e.last] - gains_[e.first];
  }
  double loss(uint32_t element) const {
    const Element& e = page_.elements[element];
    return losses_[e.last] - losses_[e.first];
  }

  /// The element with the greatest gain; of equal ones the innermost.
  uint32_t best() const {
    uint32_t best = 0;
    for (uint32_t i = 0; i < page_.elements.size(); ++i)
      if (!page_.elements[i].noise && gain(i) >= gain(best)) best = i;
    return best;
  }

  /// An element that is declared to be the article, where it holds nearly as much.
  uint32_t preferred(uint32_t chosen) const {
    const double wanted = gain(chosen);
    for (const bool body : {true, false}) {
      uint32_t found = UINT32_MAX;
      for (uint32_t i = 0; i < page_.elements.size(); ++i) {
        const Element& e = page_.elements[i];
        const std::string_view name = tag(e.node);
        const bool declared = body ? is_article_body(e.node) : name == "article" || name == "main";
        if (declared && !e.noise && gain(i) >= (body ? 0.75 : 0.6) * wanted &&
            (found == UINT32_MAX || gain(i) > gain(found)))
          found = i;
      }
      if (found != UINT32_MAX) return found;
    }
    return chosen;
  }

  /// Goes down while an element below has nearly all of the gain and leaves much else behind.
  uint32_t narrowed(uint32_t chosen) const {
    for (;;) {
      uint32_t below = UINT32_MAX;
      for (uint32_t i = chosen + 1; i < page_.elements[chosen].end; i = page_.elements[i].end) {
        const double left = gain(chosen) - gain(i);
        if (gain(i) >= 0.85 * gain(chosen) && loss(chosen) - loss(i) >= 0.5 * left + 1) below = i;
      }
      if (below == UINT32_MAX) return chosen;
      chosen = below;
    }
  }

  /// A summary between the title and the article's element belongs to the article.
  void standfirst() {
    uint32_t begin = first_;
    for (uint32_t i = first_; i > 0 && first_ - i < 12;) {
      --i;
      const Block& block = page_.blocks[i];
      if (block.kind == BlockKind::heading && block.level == 1) {
        first_ = begin;
        return;
      }
      if (classes_[i] == Class::good || (classes_[i] == Class::near && ends_sentence(block.text))) begin = i;
    }
  }

  /// Comments and what is announced as something else are no part of it.
  void cut_sections() {
    bool any_good = false;  // a heading in front of everything is the article's own
    for (uint32_t i = first_; i < last_;) {
      const Block& heading = page_.blocks[i];
      any_good = any_good || classes_[i] == Class::good;
      const bool heads = any_good && heading.kind == BlockKind::heading && !heading.noise;
      const Section section = heads ? section_of(heading.text) : Section::none;
      if (section == Section::none) {
        ++i;
        continue;
      }
      do classes_[i++] = Class::bad;
      while (i < last_ && (section == Section::comments || belongs_to(heading, page_.blocks[i])));
    }
  }
  /// Whether a block is still what a heading announces.
  bool belongs_to(const Block& heading, const Block& block) const {
    const bool next_part = block.kind == BlockKind::heading && block.level <= heading.level &&
                           block.in_links * 2 < block.characters && section_of(block.text) == Section::none;
    return !next_part && same_section(heading, block);
  }
  /// Whether a block stands in the element around a heading's own.
  bool same_section(const Block& heading, const Block& block) const {
    const Element& around = page_.elements[page_.elements[heading.element].parent];
    return block.element >= page_.elements[heading.element].parent && block.element < around.end;
  }

  /// A list of which half is links leads elsewhere; in others, items stay together.
  void drop_link_lists() {
    for (uint32_t i = first_; i < last_;) {
      if (page_.blocks[i].kind != BlockKind::item) {
        ++i;
        continue;
      }
      uint32_t end = i;
      uint64_t characters = 0, links = 0;
      for (; end < last_ && page_.blocks[end].kind == BlockKind::item; ++end) {
        characters += page_.blocks[end].characters;
        links += page_.blocks[end].in_links;
      }
      const bool leads_away = links * 2 > characters;
      for (; i < end; ++i) {
        if (leads_away)
          classes_[i] = Class::bad;
        else if (classes_[i] == Class::shorter)
          classes_[i] = Class::near;
      }
    }
  }

  /// Doubtful blocks follow their neighbours; a heading follows what stands below it.
  void settle() {
    const bool only_near = std::none_of(classes_.begin() + first_, classes_.begin() + last_,
                                        [](Class c) { return c == Class::good; });
    const std::vector<Sides> sides = all_sides();
    std::vector<Class> settled(classes_);
    for (uint32_t i = first_; i < last_; ++i) {
      const Block& block = page_.blocks[i];
      const Sides& side = sides[i - first_];
      bool keep = classes_[i] == Class::good;
      if (classes_[i] == Class::near) {
        const bool whole = ends_sentence(block.text) || block.kind != BlockKind::paragraph;
        const bool before = side.clear_before == Class::good, behind = side.clear_behind == Class::good;
        keep = whole ? before || behind || only_near : before && behind;
      } else if (classes_[i] == Class::shorter) {
        keep = side.before >= Class::near && side.behind >= Class::near;
      }
      settled[i] = keep ? Class::good : Class::bad;
    }
    bool good_below = false;
    for (uint32_t i = last_; i-- > first_;) {
      const Block& block = page_.blocks[i];
      if (block.noise) continue;
      if (block.kind == BlockKind::heading)
        settled[i] = good_below && classes_[i] != Class::bad && !is_title(block) ? Class::good : Class::bad;
      good_below = settled[i] == Class::good;
    }
    classes_ = std::move(settled);
  }

  /// The classes of the nearest blocks on both sides that are not short; `clear`: that are good or bad.
  struct Sides {
    Class before = Class::bad, behind = Class::bad, clear_before = Class::bad, clear_behind = Class::bad;
  };
  std::vector<Sides> all_sides() const {
    std::vector<Sides> sides(last_ - first_);
    const auto pass = [&](uint32_t i, Class& any, Class& clear, Class Sides::*to_any,
                          Class Sides::*to_clear) {
      sides[i - first_].*to_any = any;
      sides[i - first_].*to_clear = clear;
      const Class c = classes_[i];
      if (page_.blocks[i].noise || c == Class::shorter) return;
      any = c;
      if (c != Class::near) clear = c;
    };
    Class any = Class::bad, clear = Class::bad;
    for (uint32_t i = first_; i < last_; ++i) pass(i, any, clear, &Sides::before, &Sides::clear_before);
    any = clear = Class::bad;
    for (uint32_t i = last_; i-- > first_;) pass(i, any, clear, &Sides::behind, &Sides::clear_behind);
    return sides;
  }
  bool is_title(const Block& heading) const {
    if (heading.level == 1) return true;
    const std::string text = lower(heading.text);
    return !title_.empty() &&
           (text == title_ || (text.size() > 20 && title_.find(text) != std::string::npos));
  }

  std::string text() const {
    std::string out;
    BlockKind before = BlockKind::paragraph;
    for (uint32_t i = first_; i < last_; ++i) {
      const Block& block = page_.blocks[i];
      if (classes_[i] != Class::good || block.noise) continue;
      const bool follows = block.kind == before && (before == BlockKind::item || before == BlockKind::row);
      if (!out.empty()) out += follows ? "\n" : "\n\n";
      out += block.text;
      before = block.kind;
    }
    return out;
  }

  /// A page of short blocks alone: what reads as sentences on all of it.
  MainText fallback() {
    first_ = 0;
    last_ = static_cast<uint32_t>(page_.blocks.size());
    for (uint32_t i = first_; i < last_; ++i)
      classes_[i] = classes_[i] >= Class::near && page_.blocks[i].kind == BlockKind::paragraph &&
                            ends_sentence(page_.blocks[i].text)
                        ? Class::good
                        : Class::bad;
    return {text(), page_.elements[0].node};
  }

  const Blocks& page_;
  std::string title_;
  std::vector<Class> classes_;
  std::vector<double> gains_{0}, losses_{0};  // up to each block
  uint32_t first_ = 0, last_ = 0;
};

}  // namespace

MainText main_text(const Blocks& page, std::string_view title) { return Extractor(page, title).run(); }

}  // namespace claimsift::html
