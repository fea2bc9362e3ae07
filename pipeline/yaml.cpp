// SPDX-License-Identifier: Apache-2.0
// Built from yaml-cpp's events instead of its nodes, which lose the second of two equal keys, the place of
// empty values and aliases, and every document after the first.
#include "pipeline/yaml.hpp"

#include <fmt/core.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <sstream>
#include <utility>

namespace claimsift {
namespace {

constexpr size_t kDeepest = 32;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Length of the well-formed UTF-8 sequence that `text` begins with, 0 if it begins with none.
size_t sequence_length(std::string_view text) {
  const auto at = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto follows = [&](size_t i) { return (at(i) & 0xC0) == 0x80; };
  const unsigned lead = at(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool overlong = lead == 0xE0 && at(1) < 0xA0, surrogate = lead == 0xED && at(1) > 0x9F;
    return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool overlong = lead == 0xF0 && at(1) < 0x90, beyond = lead == 0xF4 && at(1) > 0x8F;
    return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
  }
  return 0;
}

/// The text being parsed, and places in it.
class Source {
 public:
  Source(std::string_view text, Place origin, bool fixed)
      : text_(text), origin_(std::move(origin)), fixed_(fixed) {}

  /// Where the byte at `offset` stands.
  Place place(size_t offset) const {
    if (fixed_) return origin_;
    offset = std::min(offset, text_.size());
    if (offset < known_offset_) known_offset_ = known_start_ = 0, known_line_ = 1;
    for (; known_offset_ < offset; ++known_offset_)
      if (text_[known_offset_] == '\n') ++known_line_, known_start_ = known_offset_ + 1;
    uint32_t column = 1;
    for (size_t i = known_start_; i < offset; ++i) column += (static_cast<uint8_t>(text_[i]) & 0xC0) != 0x80;
    return {origin_.file, known_line_, column};
  }

  Place place(const YAML::Mark& mark) const {
    return place(mark.is_null() ? 0 : static_cast<size_t>(mark.pos));
  }

  char at(const YAML::Mark& mark) const {
    const auto offset = static_cast<size_t>(mark.pos);
    return !mark.is_null() && offset < text_.size() ? text_[offset] : '\0';
  }

  std::string_view line_before(size_t offset) const {
    offset = std::min(offset, text_.size());
    const size_t start = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
    const size_t begin = start == std::string_view::npos ? 0 : start + 1;
    return text_.substr(begin, offset - begin);
  }

  /// The last character before `mark` that is no blank: what an empty value stands after.
  size_t before(const YAML::Mark& mark) const {
    const size_t found = text_.find_last_not_of(" \t\r\n", static_cast<size_t>(std::max(mark.pos, 1)) - 1);
    return found == std::string_view::npos ? 0 : found;
  }

  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
  Place origin_;
  bool fixed_;
  // Marks come in rising order, so counting lines goes on where it stopped.
  mutable size_t known_offset_ = 0, known_start_ = 0;
  mutable uint32_t known_line_ = 1;
};

/// Grows the tree from events; what the config language does not have is thrown as a Failure.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const Source& source, Diagnostics& diagnostics, const KeyNoun& noun)
      : source_(source), diagnostics_(diagnostics), noun_(noun) {}

  YamlNode take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ > 0)
      throw Failure(source_.place(mark), "the file holds a second document",
                    "keep one document, without `---`");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse(mark, "", anchor);
    const bool written = source_.at(mark) == '~' || source_.at(mark) == 'n' || source_.at(mark) == 'N';
    if (expects_key()) throw Failure(source_.place(mark), "a key is missing here");
    const bool keyed = !stack_.empty() && stack_.back().node.is_map();
    Place place = written ? source_.place(mark)
                  : keyed ? stack_.back().node.entries.back().place
                          : source_.place(source_.before(mark));
    add(YamlNode{YamlNode::Kind::null, false, std::move(place), {}, {}, {}});
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Failure(source_.place(mark), "aliases are not supported",
                  "write the value again, or put a value that begins with `*` in quotes");
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse(mark, tag, anchor);
    YamlNode node = YamlNode::of_scalar(value, source_.place(mark));
    node.quoted = tag == "!";
    if (expects_key()) {
      add_key(value, std::move(node.place));
    } else {
      add(std::move(node));
    }
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, YamlNode::Kind::list);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, YamlNode::Kind::map);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Frame {
    YamlNode node;
    std::map<std::string, size_t, std::less<>> keys{};
    bool has_key = false, is_repeated = false;
  };

  bool expects_key() const {
    return !stack_.empty() && stack_.back().node.is_map() && !stack_.back().has_key;
  }

  void refuse(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) const {
    if (anchor != 0)
      throw Failure(source_.place(mark), "anchors are not supported",
                    "put a value that begins with `&` in quotes");
    const bool from_quotes = tag == "!" && source_.at(mark) != '!';
    if (!tag.empty() && tag != "?" && !from_quotes)
      throw Failure(source_.place(mark), "tags are not supported",
                    "put a value that begins with `!` in quotes");
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YamlNode::Kind kind) {
    refuse(mark, tag, anchor);
    if (expects_key()) throw Failure(source_.place(mark), "a key must be a word, not a list or a mapping");
    if (stack_.size() >= kDeepest)
      throw Failure(source_.place(mark), fmt::format("nesting is deeper than {} levels", kDeepest));
    stack_.push_back({YamlNode{kind, false, source_.place(mark), {}, {}, {}}});
  }

  void close() {
    YamlNode node = std::move(stack_.back().node);
    stack_.pop_back();
    add(std::move(node));
  }

  void add_key(const std::string& key, Place place) {
    Frame& frame = stack_.back();
    const auto [known, added] = frame.keys.emplace(key, frame.node.entries.size());
    if (!added) {
      const Place& first = frame.node.entries[known->second].place;
      diagnostics_.add(
          {Severity::error,
           place,
           fmt::format("{} `{}` is defined twice; first at {}", noun(), key, seen_from(place, first)),
           {},
           first});
    }
    frame.node.entries.push_back({key, std::move(place), {}});
    frame.has_key = true;
    frame.is_repeated = !added;
  }

  void add(YamlNode node) {
    if (stack_.empty()) {
      root_ = std::move(node);
    } else if (Frame& frame = stack_.back(); frame.node.is_list()) {
      frame.node.items.push_back(std::move(node));
    } else {
      frame.node.entries.back().value = std::move(node);
      frame.has_key = false;
      if (frame.is_repeated) frame.node.entries.pop_back();  // reported; the first stays
      frame.is_repeated = false;
    }
  }

  std::string noun() const {
    std::vector<std::string> path;
    for (size_t i = 0; i + 1 < stack_.size(); ++i)
      if (!stack_[i].node.entries.empty()) path.push_back(stack_[i].node.entries.back().key);
    return noun_ ? noun_(path) : "key";
  }

  const Source& source_;
  Diagnostics& diagnostics_;
  const KeyNoun& noun_;
  std::vector<Frame> stack_;
  YamlNode root_;
  int documents_ = 0;
};

void check_characters(const Source& source) {
  const std::string_view text = source.text();
  for (size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const size_t length = sequence_length(text.substr(i));
    if (length == 0)
      throw Failure(source.place(i), fmt::format("byte 0x{:02x} is not UTF-8", byte),
                    "save the file as UTF-8");
    // yaml-cpp takes 0x04 for the end of the file and would drop the rest.
    if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F)
      throw Failure(source.place(i), fmt::format("control character 0x{:02x} is not allowed", byte));
    i += length;
  }
}

Failure translated(const YAML::Exception& e, const Source& source) {
  const Place place = source.place(e.mark);
  const size_t offset = e.mark.is_null() ? 0 : static_cast<size_t>(e.mark.pos);
  const std::string_view before = source.line_before(offset);
  const std::string_view indent = before.substr(0, std::min(before.find_first_not_of(" \t"), before.size()));
  const bool at_tab = offset < source.text().size() && source.text()[offset] == '\t';
  if (indent.find('\t') != std::string_view::npos || (at_tab && indent.size() == before.size()))
    return Failure(place, "a tab cannot indent", "indent with spaces");
  if (e.msg.find("alias") != std::string::npos || e.msg.find("anchor") != std::string::npos)
    return Failure(place, "aliases and anchors are not supported",
                   "put a value that begins with `*` or `&` in quotes");
  if (e.msg.find("illegal map value") != std::string::npos)
    return Failure(place, "a `:` cannot stand here",
                   "put a value that holds `: ` in quotes, or check the indentation");
  return Failure(place, "not valid YAML: " + e.msg);
}

std::optional<YamlNode> parse(const Source& source, Diagnostics& diagnostics, const KeyNoun& noun) {
  try {
    check_characters(source);
    std::istringstream stream{std::string(source.text())};
    TreeBuilder builder(source, diagnostics, noun);
    YAML::Parser parser(stream);
    try {
      while (parser.HandleNextDocument(builder)) {}
    } catch (const YAML::Exception& e) { throw translated(e, source); }
    return builder.take();
  } catch (const Failure& failure) {
    diagnostics.add(failure.diagnostic());
    return std::nullopt;
  }
}

}  // namespace

const YamlEntry* YamlNode::entry(std::string_view key) const {
  for (const YamlEntry& entry : entries)
    if (entry.key == key) return &entry;
  return nullptr;
}

const YamlNode* YamlNode::find(std::string_view key) const {
  const YamlEntry* found = entry(key);
  return found == nullptr ? nullptr : &found->value;
}

YamlNode* YamlNode::find(std::string_view key) {
  return const_cast<YamlNode*>(std::as_const(*this).find(key));
}

std::vector<std::string> YamlNode::keys() const {
  std::vector<std::string> result;
  for (const YamlEntry& entry : entries) result.push_back(entry.key);
  return result;
}

YamlNode YamlNode::of_scalar(std::string text, Place place) {
  return {Kind::scalar, false, std::move(place), std::move(text), {}, {}};
}

std::string described(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::null: return "nothing";
    case YamlNode::Kind::scalar: return fmt::format("`{}`", node.scalar);
    case YamlNode::Kind::list: return "a list";
    case YamlNode::Kind::map: return "a mapping";
  }
  return "nothing";
}

std::optional<YamlNode> parse_yaml(std::string_view text, const std::string& file, Diagnostics& diagnostics,
                                   const KeyNoun& noun) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return parse(Source(text, {file}, false), diagnostics, noun);
}

std::optional<YamlNode> parse_yaml_value(std::string_view text, const Place& place,
                                         Diagnostics& diagnostics) {
  return parse(Source(text, place, true), diagnostics, {});
}

}  // namespace claimsift
