// SPDX-License-Identifier: Apache-2.0
#include "pipeline/checkpoint.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "pipeline/checksum.hpp"
#include "pipeline/diagnostic.hpp"

namespace claimsift {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kFormat = "claimsift checkpoint\t1\n";
constexpr const char* kCure = "begin anew with --restart";

void append_escaped(std::string& out, std::string_view field) {
  for (const char c : field) switch (c) {
      case '\\': out += "\\\\"; break;
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      default: out += c;
    }
}

template <class... Fields> void line(std::string& out, std::string_view key, const Fields&... fields) {
  out += key;
  const auto field = [&](const auto& value) {
    out += '\t';
    if constexpr (std::is_arithmetic_v<std::decay_t<decltype(value)>>)
      out += fmt::format("{}", value);
    else
      append_escaped(out, value);
  };
  (field(fields), ...);
  out += '\n';
}

/// The fields of one line, the key first.
std::vector<std::string> fields_of(std::string_view text) {
  std::vector<std::string> fields(1);
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\t') {
      fields.emplace_back();
    } else if (text[i] == '\\' && i + 1 < text.size()) {
      const char c = text[++i];
      fields.back() += c == 't' ? '\t' : c == 'n' ? '\n' : c;
    } else {
      fields.back() += text[i];
    }
  }
  return fields;
}

[[noreturn]] void damaged(const std::string& path) {
  throw Failure({path}, "the checkpoint is damaged: its checksum does not fit", kCure);
}

/// Reads the fields of a line one by one; what is missing or no number makes it damaged.
class Fields {
 public:
  Fields(std::vector<std::string> all, const std::string& path) : all_(std::move(all)), path_(path) {}
  const std::string& key() const { return all_[0]; }
  std::string text() {
    if (at_ == all_.size()) damaged(path_);
    return all_[at_++];
  }
  uint64_t number() {
    const std::string digits = text();
    uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) damaged(path_);
    return value;
  }

 private:
  std::vector<std::string> all_;
  const std::string& path_;
  size_t at_ = 1;
};

void take(Fields& fields, Checkpoint& c) {
  const std::string& key = fields.key();
  if (key == "version") {
    c.version = fields.text();
  } else if (key == "complete") {
    c.complete = fields.number() != 0;
  } else if (key == "overwrite") {
    c.overwrite = fields.number() != 0;
  } else if (key == "documents") {
    c.progress.documents = fields.number();
    c.progress.written = fields.number();
    c.progress.failed = fields.number();
    c.progress.skipped = fields.number();
    c.progress.text_bytes = fields.number();
    c.quarantined = fields.number();
  } else if (key == "input") {
    c.input.reader = static_cast<uint32_t>(fields.number());
    c.input.records = fields.number();
    c.input.position = fields.text();
  } else if (key == "output") {
    OutputState output;
    output.instance = fields.text();
    output.path = fields.text();
    output.bytes = fields.number();
    output.state = fields.text();
    c.outputs.push_back(std::move(output));
  } else if (key == "collector") {
    c.collectors.push_back(fields.text());
  } else if (key == "skipped" || key == "failed") {
    const std::string reason = fields.text();
    (key == "skipped" ? c.skipped_by_reason : c.failed_by_reason)[reason] = fields.number();
  } else if (key == "depends") {
    const std::string name = fields.text();
    c.fingerprint.emplace_back(name, fields.text());
  }
}

[[noreturn]] void cannot(const std::string& path, const char* doing) {
  throw Failure({path}, fmt::format("the checkpoint cannot be {}: {}", doing, std::strerror(errno)));
}

/// A name is safe after a power cut only when its folder is synced.
void sync_folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  const int fd = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

}  // namespace

std::string encode(const Checkpoint& c) {
  std::string out(kFormat);
  line(out, "version", c.version);
  line(out, "complete", c.complete ? 1 : 0);
  line(out, "overwrite", c.overwrite ? 1 : 0);
  const Progress& p = c.progress;
  line(out, "documents", p.documents, p.written, p.failed, p.skipped, p.text_bytes, c.quarantined);
  line(out, "input", c.input.reader, c.input.records, c.input.position);
  for (const OutputState& o : c.outputs) line(out, "output", o.instance, o.path, o.bytes, o.state);
  for (const std::string& state : c.collectors) line(out, "collector", state);
  for (const auto& [reason, count] : c.skipped_by_reason) line(out, "skipped", reason, count);
  for (const auto& [reason, count] : c.failed_by_reason) line(out, "failed", reason, count);
  for (const auto& [name, value] : c.fingerprint) line(out, "depends", name, value);
  const std::string checksum = sha256(out);
  line(out, "checksum", checksum);
  return out;
}

Checkpoint decode(std::string_view text, const std::string& path) {
  if (!text.starts_with("claimsift checkpoint\t"))
    throw Failure({path}, "the file is no checkpoint of claimsift", "set `run.checkpoint` to another path");
  if (!text.starts_with(kFormat))
    throw Failure({path}, "the checkpoint was written by another version of claimsift", kCure);
  const size_t last = text.rfind("checksum\t");
  if (last == std::string_view::npos || text[last - 1] != '\n') damaged(path);
  if (text.substr(last) != fmt::format("checksum\t{}\n", sha256(text.substr(0, last)))) damaged(path);
  Checkpoint checkpoint;
  for (std::string_view rest = text.substr(kFormat.size(), last - kFormat.size()); !rest.empty();) {
    const size_t end = rest.find('\n');
    Fields fields(fields_of(rest.substr(0, end)), path);
    take(fields, checkpoint);
    rest.remove_prefix(end + 1);
  }
  return checkpoint;
}

void write_checkpoint(const std::string& path, const Checkpoint& checkpoint) {
  const std::string text = encode(checkpoint), draft = path + ".new";
  const int fd = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd < 0) cannot(path, "opened");
  for (std::string_view rest = text; !rest.empty();) {
    const ssize_t n = ::write(fd, rest.data(), rest.size());
    if (n >= 0) {
      rest.remove_prefix(static_cast<size_t>(n));
    } else if (errno != EINTR) {
      const int why = errno;
      ::close(fd);
      errno = why;
      cannot(path, "written");
    }
  }
  const bool synced = ::fsync(fd) == 0;
  if (::close(fd) != 0 || !synced) cannot(path, "synced");
  if (::rename(draft.c_str(), path.c_str()) != 0) cannot(path, "renamed");
  sync_folder_of(path);
}

std::optional<Checkpoint> read_checkpoint(const std::string& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) cannot(path, "read");
  return decode(std::string{std::istreambuf_iterator<char>(file), {}}, path);
}

}  // namespace claimsift
