// SPDX-License-Identifier: Apache-2.0
// hedges - marks words that weaken a statement ("reportedly", "may"). The example of docs/writing-a-stage.md.
#include <algorithm>
#include <claimsift/layers.hpp>
#include <claimsift/stage.hpp>

using namespace claimsift;

using Hedges =
    Layer<"hedges", Doc<"One span for each hedge.">, Column<"word", String, "The hedge in lower case.">>;

class Hedger : public Stage<Reads<layers::Tokens>, Writes<Hedges>> {
 public:
  static constexpr Info info{"hedges", "Marks words that weaken a statement."};
  static constexpr cs_option options[] = {option::strings(
      "words", "[may, might, could, reportedly, allegedly]", "Words that hedge, in lower case.")};

  explicit Hedger(const Setup& setup) : words_(setup.strings("words")) {}

  void process(Document& doc) const {
    for (const cs_span token : doc.read<layers::Tokens>().spans()) {
      std::string word(doc.text(token));
      for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      if (std::find(words_.begin(), words_.end(), word) != words_.end())
        doc.add<Hedges>(token).set<"word">(word);
    }
  }

 private:
  std::vector<std::string> words_;
};

CLAIMSIFT_PLUGIN("hedges", "0.1.0", "Apache-2.0", Hedger);
