// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/cue_candidates.hpp"

namespace claimsift {
namespace {

/// How often words of this sort were cues in news: reporting verbs nearly always, nouns seldom.
double score_of(const Cue& cue) {
  if (cue.complement == Complement::noun) return 0.2;
  if (cue.complement == Complement::phrase) return 0.95;
  const bool finite = cue.form == CueForm::past || cue.form == CueForm::third;
  if (cue.strong) return finite ? 0.9 : 0.6;
  return finite ? 0.5 : 0.3;
}

}  // namespace

void CueCandidatesStage::process(Document& doc) const {
  const auto tokens = doc.read<layers::Tokens>();
  Rows<layers::CueCandidates> rows(doc, 64);
  if (!tokens.empty()) {
    const auto hash = tokens.column<"hash">();
    for (uint32_t i = 0; i < tokens.size(); ++i) {
      const Cue* cue = cues_.find(hash[i], doc.text(tokens.span(i)));
      if (!cue || score_of(*cue) < min_score_) continue;
      const uint32_t row = rows.add(tokens.span(i));
      rows.set<"class">(row, cue->cue_class);
      rows.set<"score">(row, score_of(*cue));
    }
  }
  doc.write(rows);
}

}  // namespace claimsift
