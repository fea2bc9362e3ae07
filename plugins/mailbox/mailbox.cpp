// SPDX-License-Identifier: Apache-2.0
// mailbox - the stage `read_mailbox`: an example of a reader. Each message of a mailbox in the mbox format
// (as Thunderbird, Mailman and `git format-patch` write it) is a document. docs/writing-a-reader.md walks
// through it.
#include <cerrno>
#include <charconv>
#include <claimsift/stage.hpp>
#include <cstring>
#include <fstream>

#include "mime.hpp"

using namespace claimsift;

class MailboxReader : public Stage<> {
 public:
  static constexpr Info info{"read_mailbox", "Reads each message of a mailbox (mbox) as a document.",
                             CS_READER};
  static constexpr cs_option options[] = {option::paths("paths", nullptr, "Files in the mbox format.")};

  explicit MailboxReader(const Setup& setup)
      : paths_(setup.strings("paths")), longest_(setup.limit("record_bytes")) {
    for (const std::string& path : paths_) setup.uses_file(path);
    html_ = setup.format("html", why_no_html_);
  }

  // One thread at a time: cuts a message, and leaves all other work to parse().
  Status next(Document& doc) {
    while (!file_.is_open()) {
      if (at_ == paths_.size()) return CS_END;
      if (!begin(paths_[at_++])) {
        doc.set_record({}, paths_[at_ - 1], position());
        return doc.fail(std::string("the mailbox cannot be opened: ") + std::strerror(errno));
      }
    }
    std::string message;
    const bool whole = take_message(message);
    const auto kept = doc.keep(message);  // in the document's memory, which outlives this call
    doc.set_record(kept, paths_[at_ - 1] + ":" + std::to_string(++number_), position());
    if (!more_) file_.close();
    return whole ? CS_OK : doc.fail("the message is longer than `run.limits.record_bytes`");
  }

  // Many threads at once, hence const: makes a document of the bytes that next() cut.
  Status parse(Document& doc) const {
    const mailbox::Message message = mailbox::parse_message(doc.record());
    doc.set_id(message.id.empty() ? doc.place() : std::string_view(message.id));
    if (!message.subject.empty()) doc.set_metadata("title", message.subject);
    if (!message.from.empty()) doc.set_metadata("byline", message.from);
    if (!message.date.empty()) doc.set_metadata("published", message.date);
    if (message.is_html) {
      if (!html_) return doc.fail("the message is in HTML: " + why_no_html_);
      return doc.parse_as(*html_, message.text, "text/html");
    }
    doc.set_text(doc.keep(message.text));
    return CS_OK;
  }

  // A resumed run goes on behind the last message of its checkpoint.
  void seek(Document&, std::string_view where) {
    uint64_t numbers[3] = {};
    const char* from = where.data();
    for (uint64_t& n : numbers) {
      const auto [next, error] = std::from_chars(from, where.data() + where.size(), n);
      if (error != std::errc())
        throw std::runtime_error("`" + std::string(where) + "` is no position of this reader");
      from = next + 1;
    }
    at_ = numbers[0];
    if (at_ == 0 || at_ > paths_.size()) throw std::runtime_error("there are fewer mailboxes than before");
    if (!begin(paths_[at_ - 1])) throw std::runtime_error("the mailbox cannot be opened");
    number_ = numbers[1];
    file_.seekg(static_cast<std::streamoff>(offset_ = numbers[2]));
    more_ = file_.peek() != EOF;
    if (!more_) file_.close();
  }

 private:
  bool begin(const std::string& path) {
    file_.clear();
    file_.open(path, std::ios::binary);
    number_ = offset_ = 0;
    more_ = file_.is_open() && file_.peek() != EOF;
    if (file_.is_open() && !more_) file_.close();
    return more_ || file_.good() || file_.eof();
  }
  /// File, messages and bytes that were taken.
  std::string position() const {
    return std::to_string(at_) + ":" + std::to_string(number_) + ":" + std::to_string(offset_);
  }
  /// The lines up to the next that begins with "From " behind an empty one; false if they are too many bytes.
  bool take_message(std::string& message) {
    std::string line;
    bool empty = false, first = true, whole = true;
    for (std::streamoff before = file_.tellg(); std::getline(file_, line); before = file_.tellg()) {
      if (!first && empty && line.starts_with("From ")) {
        file_.seekg(before);
        return whole;
      }
      offset_ += line.size() + (file_.eof() ? 0 : 1);
      empty = line.empty() || line == "\r";
      if (line.starts_with(">From ")) line.erase(0, 1);  // how mailboxes write such a line within a message
      whole = whole && message.size() + line.size() < longest_;
      if (!whole) message.clear();
      if (whole && !(first && line.starts_with("From "))) message += line + '\n';
      first = false;
    }
    more_ = false;
    return whole;
  }

  std::vector<std::string> paths_;
  uint64_t longest_;
  const cs_format* html_ = nullptr;
  std::string why_no_html_;
  std::ifstream file_;
  size_t at_ = 0;  // files that were begun
  uint64_t number_ = 0, offset_ = 0;
  bool more_ = false;
};

CLAIMSIFT_PLUGIN("mailbox", "0.1.0", "Apache-2.0", MailboxReader);
