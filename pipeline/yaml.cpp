// SPDX-License-Identifier: Apache-2.0
// Built from yaml-cpp's events instead of its nodes, which lose the second of two equal keys, the place of
// empty values and aliases, and every document after the first.
#include "pipeline/yaml.hpp"

#include <fmt/core.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

#include "pipeline/source_text.hpp"

namespace claimsift {
namespace {

constexpr size_t kDeepest = 32;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

size_t offset_of(const YAML::Mark& mark) { return mark.is_null() ? 0 : static_cast<size_t>(mark.pos); }

/// Grows the tree from events; what the config language does not have is thrown as a Failure.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const SourceText& source, Diagnostics& diagnostics, const KeyNoun& noun)
      : source_(source), diagnostics_(diagnostics), noun_(noun) {}

  YamlNode take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ > 0)
      throw Failure(place(mark), "the file holds a second document", "keep one document, without `---`");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse(mark, "", anchor);
    const bool written = source_.at(offset_of(mark)) == '~' || source_.at(offset_of(mark)) == 'n' ||
                         source_.at(offset_of(mark)) == 'N';
    if (expects_key()) throw Failure(place(mark), "a key is missing here");
    const bool keyed = !stack_.empty() && stack_.back().node.is_map();
    Place where = written ? place(mark)
                  : keyed ? stack_.back().node.entries.back().place
                          : source_.place(source_.last_before(offset_of(mark)));
    add(YamlNode{YamlNode::Kind::null, false, false, std::move(where), {}, {}, {}});
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Failure(place(mark), "aliases are not supported",
                  "write the value again, or put a value that begins with `*` in quotes");
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse(mark, tag, anchor);
    YamlNode node = YamlNode::of_scalar(value, place(mark));
    node.quoted = tag == "!";
    if (!source_.closes_quotation(offset_of(mark)))
      throw Failure(node.place, "this quotation mark is not closed");
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

  Place place(const YAML::Mark& mark) const { return source_.place(offset_of(mark)); }

  bool expects_key() const {
    return !stack_.empty() && stack_.back().node.is_map() && !stack_.back().has_key;
  }

  void refuse(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) const {
    if (anchor != 0)
      throw Failure(place(mark), "anchors are not supported", "put a value that begins with `&` in quotes");
    const bool from_quotes = tag == "!" && source_.at(offset_of(mark)) != '!';
    if (!tag.empty() && tag != "?" && !from_quotes)
      throw Failure(place(mark), "tags are not supported", "put a value that begins with `!` in quotes");
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YamlNode::Kind kind) {
    refuse(mark, tag, anchor);
    if (expects_key())
      throw Failure(place(mark), "a key must be a word, not a list or a mapping",
                    "check that every bracket is closed");
    if (stack_.size() >= kDeepest)
      throw Failure(place(mark), fmt::format("nesting is deeper than {} levels", kDeepest));
    stack_.push_back({YamlNode{kind, false, false, place(mark), {}, {}, {}}});
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

  const SourceText& source_;
  Diagnostics& diagnostics_;
  const KeyNoun& noun_;
  std::vector<Frame> stack_;
  YamlNode root_;
  int documents_ = 0;
};

Failure translated(const YAML::Exception& e, const SourceText& source) {
  const size_t offset = offset_of(e.mark);
  const Place place = source.place(offset);
  const std::string_view before = source.line_before(offset);
  const std::string_view indent = before.substr(0, std::min(before.find_first_not_of(" \t"), before.size()));
  if (const size_t tab = indent.find('\t'); tab != std::string_view::npos)
    return Failure(source.place(offset - before.size() + tab), "a tab cannot indent", "indent with spaces");
  if (source.at(offset) == '\t' && indent.size() == before.size())
    return Failure(place, "a tab cannot indent", "indent with spaces");
  if (source.at(offset) == '*')
    return Failure(place, "aliases are not supported", "put a value that begins with `*` in quotes");
  struct Translation {
    const char *part, *message, *hint;
  };
  static constexpr Translation kTranslations[] = {
      {"anchor", "anchors are not supported", "put a value that begins with `&` in quotes"},
      {"illegal map value", "a `:` cannot stand here",
       "put a value that holds `: ` in quotes, or check the indentation"},
      {"illegal flow end", "this bracket closes nothing that is open", "check the brackets before it"},
      {"end of sequence flow not found", "a `[` before this is not closed", ""},
      {"end of map flow not found", "a `{` before this is not closed", ""},
      {"end of map not found", "this does not belong to the mapping before it", "check the indentation"},
      {"end of sequence not found", "this does not belong to the list before it", "check the indentation"},
  };
  for (const Translation& known : kTranslations)
    if (e.msg.find(known.part) != std::string::npos) return Failure(place, known.message, known.hint);
  return Failure(place, "not valid YAML: " + e.msg);
}

std::optional<YamlNode> parse(const SourceText& source, Diagnostics& diagnostics, const KeyNoun& noun) {
  try {
    source.check_characters();  // yaml-cpp takes 0x04 for the end of the file and drops the rest
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

bool YamlNode::is_broken() const {
  return broken || std::any_of(items.begin(), items.end(), [](const YamlNode& n) { return n.is_broken(); }) ||
         std::any_of(entries.begin(), entries.end(), [](const YamlEntry& e) { return e.value.is_broken(); });
}

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
  return {Kind::scalar, false, false, std::move(place), std::move(text), {}, {}};
}

std::string described(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::null: return "nothing";
    case YamlNode::Kind::scalar:
      return node.scalar.empty() ? "an empty string" : fmt::format("`{}`", node.scalar);
    case YamlNode::Kind::list: return "a list";
    case YamlNode::Kind::map: return "a mapping";
  }
  return "nothing";
}

std::optional<YamlNode> parse_yaml(std::string_view text, const std::string& file, Diagnostics& diagnostics,
                                   const KeyNoun& noun) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return parse(SourceText(text, {file}, false), diagnostics, noun);
}

std::optional<YamlNode> parse_yaml_value(std::string_view text, const Place& place,
                                         Diagnostics& diagnostics) {
  return parse(SourceText(text, place, true), diagnostics, {});
}

}  // namespace claimsift
