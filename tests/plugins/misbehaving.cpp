// SPDX-License-Identifier: Apache-2.0
// misbehaving - a plugin whose stage breaks one rule of the interface after another, as its option says: the
// host must quarantine the document with a reason and go on. Beside it two stages whose flags the host must
// heed.
#include <atomic>
#include <chrono>
#include <claimsift/layers.hpp>
#include <claimsift/stage.hpp>
#include <initializer_list>
#include <limits>
#include <stdexcept>
#include <thread>

using namespace claimsift;

using Marks = Layer<"marks", Doc<"Rows that break rules.">, Column<"number", Number, "Any number.">,
                    Column<"sentence", Ref<"sentences">, "A sentence.">,
                    Column<"colour", Change, "Any choice.">, Column<"word", String, "Any string.">>;

class Misbehaving : public Stage<Reads<layers::Sentences>, Writes<Marks>> {
 public:
  static constexpr Info info{"misbehaving", "Breaks the rule that its option names."};
  static constexpr cs_option options[] = {option::string(
      "how", "well", "Which rule.",
      "well|throw|throw_int|unsorted|outside|inside_code_point|bad_reference|bad_choice|infinite|bad_string|"
      "twice|"
      "wrong_row|wrong_column|wrong_layer|wrong_type|undeclared_read|error_without_reason|skip|emit")};
  explicit Misbehaving(const Setup& setup) : how_(setup.string("how")) {}

  Status process(Document& doc) const {
    const auto end = static_cast<uint32_t>(doc.text().size());
    if (how_ == "throw") throw std::runtime_error("thrown on purpose");
    if (how_ == "throw_int") throw 7;  // NOLINT: that is the rule that it breaks
    if (how_ == "unsorted") return bulk(doc, {{6, 7}, {0, 1}});
    if (how_ == "outside") return bulk(doc, {{0, end + 100}});
    if (how_ == "inside_code_point") return bulk(doc, {{4, 6}});
    if (how_ == "skip") return doc.skip("skipped on purpose");
    if (how_ == "error_without_reason") return CS_ERROR;
    if (how_ == "emit") doc.emit("bytes from no writer");
    if (how_ == "undeclared_read") doc.read(99u);
    auto row = doc.add<Marks>({0, 1});
    if (how_ == "bad_reference") row.set<"sentence">(100000u);
    if (how_ == "bad_choice") row.set<"colour">(static_cast<Change>(77));
    if (how_ == "infinite") row.set<"number">(std::numeric_limits<double>::infinity());
    if (how_ == "bad_string") row.set<"word">("\xff\xfe");
    raw(doc);
    return CS_OK;
  }

 private:
  /// Writes rows without a look at the rules.
  Status bulk(Document& doc, std::initializer_list<cs_span> spans) const {
    Rows<Marks> rows(doc, 2);
    for (const cs_span s : spans) rows.add(s);
    doc.write(rows);
    return CS_OK;
  }
  /// Calls the C functions with arguments that the C++ face does not let through.
  void raw(Document& doc) const {
    struct Opened : DocumentBase {
      explicit Opened(const DocumentBase& base) : DocumentBase(base) {}
      const cs_host& host() const { return host_; }
      cs_document* handle() const { return doc_; }
    };
    const Opened open(doc);
    if (how_ == "wrong_row") open.host().set_number(open.handle(), 0, 5000, 0, 1);
    if (how_ == "wrong_column") open.host().set_number(open.handle(), 0, 0, 40, 1);
    if (how_ == "wrong_layer") open.host().add(open.handle(), 12, {0, 1});
    if (how_ == "wrong_type") open.host().set_number(open.handle(), 0, 0, 3, 1);
    if (how_ == "twice") bulk(doc, {{0, 1}});
  }

  std::string how_;
};

/// Notices when it runs for two documents at once, which its flag forbids.
class Alone : public Stage<Reads<>, Writes<>> {
 public:
  static constexpr Info info{"alone", "Runs for one document at a time.", CS_ANNOTATOR, CS_SERIAL};
  explicit Alone(const Setup&) {}
  void process(Document&) {
    if (running_.fetch_add(1) != 0) throw std::runtime_error("two documents at once");
    std::this_thread::sleep_for(std::chrono::microseconds(200));
    running_.fetch_sub(1);
  }
  Alone(Alone&&) noexcept {}

 private:
  std::atomic<int> running_{0};
};

/// Skips every second document.
class EverySecond : public Stage<Reads<>, Writes<Layer<"kept">>> {
 public:
  static constexpr Info info{"every_second", "Skips documents whose id ends with an odd digit.", CS_ANNOTATOR,
                             CS_FILTER};
  explicit EverySecond(const Setup&) {}
  Status process(Document& doc) const { return (doc.id().back() - '0') % 2 ? doc.skip("odd") : CS_OK; }
};

CLAIMSIFT_PLUGIN("misbehaving", "0.1.0", "Apache-2.0", Misbehaving, Alone, EverySecond);
