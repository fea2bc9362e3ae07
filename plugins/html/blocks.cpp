// SPDX-License-Identifier: Apache-2.0
#include "plugins/html/blocks.hpp"

#include <algorithm>
#include <array>

#include "plugins/html/noise.hpp"
#include "plugins/html/text.hpp"

namespace claimsift::html {

namespace {

constexpr std::array<std::string_view, 38> kInline = {
    "a",   "abbr", "acronym", "b",    "bdi",  "bdo",   "big",  "cite",   "code",   "data",
    "del", "dfn",  "em",      "font", "i",    "ins",   "kbd",  "label",  "mark",   "nobr",
    "q",   "ruby", "rt",      "s",    "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt",      "u",    "var",  "wbr",   "img",  "picture"};

bool is_inline(std::string_view name) {
  return std::find(kInline.begin(), kInline.end(), name) != kInline.end();
}

uint8_t heading_level(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'
             ? static_cast<uint8_t>(name[1] - '0')
             : 0;
}

/// Whether a table shows data: its cells are short and hold no blocks.
bool is_data_table(Node table) {
  size_t rows = 0, cells = 0, longest = 0;
  bool header = false;
  for (Node at = table; at; at = following(at, table, true)) {
    const std::string_view name = tag(at);
    if (at != table && (name == "table" || name == "div" || name == "ul" || heading_level(name)))
      return false;
    rows += name == "tr";
    header = header || name == "th";
    if (name == "td" || name == "th") {
      ++cells;
      longest = std::max(longest, text_of(at).size());
    }
  }
  return rows >= 2 && cells > rows && longest < 160 + (header ? 160 : 0);
}

class Builder {
 public:
  explicit Builder(Node root) {
    survey(root, 0, false);
    mark_noise();
    at_ = 0;
    walk(root, State{});
    flush(State{});
  }
  Blocks take() { return std::move(result_); }

 private:
  struct State {
    uint32_t element = 0;
    bool noise = false, link = false, item = false, preformatted = false;
    uint8_t level = 0;
  };

  /// The elements with what stands below them.
  uint32_t survey(Node node, uint32_t parent, bool in_link) {
    const auto row = static_cast<uint32_t>(result_.elements.size());
    result_.elements.push_back({node, parent});
    const std::string_view name = tag(node);
    in_link = in_link || (name == "a" && has_attribute(node, "href"));
    Element sum{};
    for (Node child = first_child(node); child; child = next_sibling(child)) {
      if (is_text(child)) {
        const size_t size = length(tidy(characters(child)));
        sum.characters += size;
        sum.in_links += in_link ? size : 0;
      } else if (is_element(child) && !is_dropped(child)) {
        const Element below = result_.elements[survey(child, row, in_link)];
        sum.characters += below.characters;
        sum.in_links += below.in_links;
        sum.in_paragraphs += below.in_paragraphs;
        sum.has_title = sum.has_title || below.has_title;
      }
    }
    Element& element = result_.elements[row];
    element.characters = sum.characters;
    element.in_links = sum.in_links;
    element.has_title = sum.has_title || name == "h1";
    const bool prose = sum.characters >= 80 && sum.in_links * 2 < sum.characters;
    const bool leaf =
        name == "p" || name == "blockquote" || name == "pre" || (sum.in_paragraphs == 0 && !is_inline(name));
    element.in_paragraphs = leaf && prose ? sum.characters : sum.in_paragraphs;
    element.end = static_cast<uint32_t>(result_.elements.size());
    return row;
  }

  void mark_noise() {
    const auto total = static_cast<double>(std::max<uint64_t>(result_.elements[0].in_paragraphs, 1));
    for (Element& element : result_.elements) {
      const double share = static_cast<double>(element.in_paragraphs) / total;
      const bool few = element.characters < 600 || element.in_links * 3 > element.characters;
      switch (noise_of(element.node)) {
        case Noise::none: break;
        case Noise::weak: element.noise = share < 0.1 && few && !element.has_title; break;
        case Noise::strong: element.noise = share < 0.4 && !(element.has_title && share > 0.1); break;
        case Noise::certain: element.noise = share < 0.97 && !element.has_title; break;
      }
      if (is_hidden(element.node) && share < 0.5) element.noise = true;
    }
  }

  void walk(Node node, State state) {
    const uint32_t row = at_++;
    Element& element = result_.elements[row];
    const std::string_view name = tag(node);
    const bool flows = is_inline(name) && !element.noise;
    if (!flows) flush(state);
    element.first = static_cast<uint32_t>(result_.blocks.size());
    State inner = state;
    inner.noise = state.noise || element.noise;
    inner.link = state.link || (name == "a" && has_attribute(node, "href"));
    if (!flows) {
      inner.element = row;
      inner.level = std::max(state.level, heading_level(name));
      inner.item = state.item || name == "li" || name == "dd" || name == "dt";
      inner.preformatted = state.preformatted || name == "pre";
    }
    if (name == "table" && is_data_table(node)) {
      table(node, inner);
    } else {
      children(node, inner);
    }
    if (!flows) flush(inner);
    result_.elements[row].last = static_cast<uint32_t>(result_.blocks.size());
  }

  void children(Node node, const State& state) {
    for (Node child = first_child(node); child; child = next_sibling(child)) {
      if (is_text(child)) {
        add(characters(child), state);
      } else if (tag(child) == "br") {
        ++at_;
        if (breaks_++) flush(state);  // two of them begin a paragraph
        run_ += state.preformatted ? '\n' : ' ';
      } else if (tag(child) == "hr") {
        ++at_;
        flush(state);
      } else if (is_element(child) && !is_dropped(child)) {
        walk(child, state);
      }
    }
  }

  /// A table of data: each row a block, its cells apart by tabs.
  void table(Node node, const State& state) {
    at_ = result_.elements[state.element].end;
    for (Node at = node; at; at = following(at, node, tag(at) != "tr")) {
      if (tag(at) != "tr") continue;
      std::string cells;
      uint32_t links = 0;
      for (Node cell = first_child(at); cell; cell = next_sibling(cell)) {
        if (tag(cell) != "td" && tag(cell) != "th") continue;
        if (!cells.empty()) cells += '\t';
        cells += text_of(cell);
        for (Node inside = cell; inside; inside = following(inside, cell, true))
          if (tag(inside) == "a") links += static_cast<uint32_t>(length(text_of(inside)));
      }
      run_ = std::move(cells);
      run_links_ = links;
      emit(state, BlockKind::row);
    }
    for (uint32_t i = state.element + 1; i < at_; ++i)
      result_.elements[i].first = result_.elements[i].last = static_cast<uint32_t>(result_.blocks.size());
  }

  void add(std::string_view text, const State& state) {
    run_ += text;
    const std::string plain = tidy(text);
    if (plain.empty()) return;
    breaks_ = 0;
    if (state.link) run_links_ += static_cast<uint32_t>(length(plain));
  }

  void flush(const State& state) {
    emit(state, state.level          ? BlockKind::heading
                : state.preformatted ? BlockKind::preformatted
                : state.item         ? BlockKind::item
                                     : BlockKind::paragraph);
  }
  void emit(const State& state, BlockKind kind) {
    Block block;
    block.text = kind == BlockKind::row ? run_ : tidy(run_);
    if (!block.text.empty()) {
      block.kind = kind;
      block.level = state.level;
      block.noise = state.noise;
      block.characters = static_cast<uint32_t>(length(block.text));
      block.in_links = std::min(run_links_, block.characters);
      block.element = state.element;
      result_.blocks.push_back(std::move(block));
    }
    run_.clear();
    run_links_ = 0;
    breaks_ = 0;
  }

  Blocks result_;
  uint32_t at_ = 0;
  std::string run_;
  uint32_t run_links_ = 0;
  uint32_t breaks_ = 0;
};

}  // namespace

Blocks blocks_of(Node root) { return Builder(root).take(); }

}  // namespace claimsift::html
