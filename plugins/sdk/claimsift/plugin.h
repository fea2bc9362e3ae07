/* SPDX-License-Identifier: Apache-2.0
 *
 * plugin.h - the C ABI between claimsift and a stage: the only header that a plugin needs.
 *
 * A plugin is a shared library that exports one constant, `claimsift_plugin`.  Everything that a stage
 * promises (options, layers read and written, kind, threading) is constant data in it, so `claimsift
 * stages` and `claimsift validate` never run stage code.  Built-in stages are the same tables, linked in.
 *
 * Rules, for both sides:
 *   1. cs_host, cs_stage and cs_plugin grow only at their end, guarded by `size` (CS_HAS), and
 *      enumerations by new values; the other structs never change within a CS_ABI_MAJOR.
 *   2. Who allocates frees.  Strings handed in are copied by the receiver if it keeps them, unless the
 *      function says that it adopts them; pointers handed out live until the running call returns.
 *   3. Nothing is thrown.  A function that can fail returns cs_status; the reason goes through fail().
 *   4. Text is valid UTF-8.  Offsets are bytes into it, end exclusive, on code-point boundaries.
 *   5. One instance serves all threads: process(), parse() and a writer's process() run in parallel and
 *      must not change *self, unless CS_SERIAL is set.  create(), next(), begin(), finish(), seek(), save(),
 *      restore(), open() and append() are never called in parallel for one instance; a collector's process()
 *      neither.
 *   6. Every array of declarations ends with an element whose name is NULL.
 */
#ifndef CLAIMSIFT_PLUGIN_H
#define CLAIMSIFT_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A plugin carries the numbers of the header that it was built with.  A host takes plugins of its own major
 * number and of any minor number up to its own.  The minor number rises with what is added at an end:
 *   1.1  cs_host: uses_file, format; cs_stage: open, append; cs_plugin: formats; the option type CS_FILES */
#define CS_ABI_MAJOR 1
#define CS_ABI_MINOR 1
#define CS_EXPORT __attribute__((visibility("default")))

typedef struct cs_setup cs_setup;       /* one instance's configuration, while create() runs */
typedef struct cs_document cs_document; /* one document as one stage sees it, while a call runs */

typedef struct {
  const char* data; /* not NUL-terminated; NULL is the null string */
  size_t size;
} cs_str;

typedef struct {
  uint32_t begin, end; /* begin == CS_NULL_ID: no span */
} cs_span;

typedef struct {
  cs_str key, value;
} cs_entry;

typedef enum {
  CS_OK = 0,
  CS_ERROR = 1, /* this document failed: it goes to quarantine, the run goes on */
  CS_SKIP = 2,  /* this document ends here for a reason that is no fault (see skip()) */
  CS_END = 3,   /* next(): the source has no more records */
  CS_FATAL = 4  /* the run cannot go on (see fail()) */
} cs_status;

typedef enum { CS_DEBUG, CS_INFO, CS_WARNING } cs_level;

/* Types of options (O) and of columns (C), with the element type of a column and its null value. */
typedef enum {
  CS_FLAG = 0,    /* O C  uint8_t 0 or 1, null 255                                                  */
  CS_INT = 1,     /* O C  int64_t, null INT64_MIN                                                   */
  CS_NUMBER = 2,  /* O C  double, null NaN; an infinity is never written                            */
  CS_STRING = 3,  /* O C  cs_str, null: data == NULL                                                */
  CS_CHOICE = 4,  /*   C  uint8_t, index into `choices`, null 255                                   */
  CS_ID = 5,      /*   C  uint32_t, null UINT32_MAX; a hash, a bit set, a row of a lexicon          */
  CS_SPAN = 6,    /*   C  cs_span, null: begin == UINT32_MAX                                        */
  CS_REF = 7,     /*   C  uint32_t row of the layer `target`, null UINT32_MAX                       */
  CS_STRINGS = 8, /* O    a list of strings (one scalar stands for a list of one)                   */
  CS_MAP = 9,     /* O    a mapping of strings to strings                                           */
  CS_PATH = 10,   /* O    a file that the stage reads, relative to the config file that names it    */
  CS_PATHS = 11,  /* O    input files, folders or globs, relative to the working directory; "-"     */
  CS_OUTPUT = 12, /* O    the file that the host opens for emit(), relative to the working directory */
  CS_LAYERS =
      13, /* O    names of layers that the stage reads as well; "*" stands for all (in YAML in quotes) */
  CS_FILES = 14 /* O    a list of files that the stage reads, each like CS_PATH */
} cs_type;

typedef struct cs_host cs_host;
typedef struct cs_format cs_format;

#define CS_NULL_FLAG ((uint8_t)255)
#define CS_NULL_ID UINT32_MAX
#define CS_NULL_INT INT64_MIN

/* --- What a stage declares ---------------------------------------------------------------------- */

typedef struct {
  const char* name;
  cs_type type;
  const char* fallback; /* as it would stand in YAML; NULL: the option is required; "": none */
  const char* doc;      /* one sentence, shown by `claimsift stages NAME` */
  double min, max;      /* CS_INT and CS_NUMBER; both 0: unbounded */
  const char* choices;  /* CS_STRING, CS_STRINGS: "a|b|c", or NULL */
} cs_option;

typedef struct {
  const char* name;
  cs_type type;
  const char* doc;
  const char* target;         /* CS_REF: the layer whose rows it holds; else NULL */
  const char* const* choices; /* CS_CHOICE: the names, ended by NULL; else NULL */
} cs_column;

enum {
  CS_OPTIONAL = 1, /* a layer read: the stage also works without it */
  CS_EXTENDS = 2,  /* a layer written: row i belongs to row i of `of`, no spans of its own */
  CS_CHILD = 4     /* a layer written: its first column is a CS_REF to `of`; sorted by (parent, begin) */
};

typedef struct {
  const char* name;
  const cs_column* columns; /* read: those needed; written: all; NULL: spans alone */
  const char* doc;
  uint32_t flags;
  const char* of; /* CS_EXTENDS, CS_CHILD: the other layer; else NULL */
} cs_layer;

/* A layer as read: `count` spans sorted by (begin, longest first) and for the i-th column declared in
 * reads[] an array of `count` values of its element type (for a layer that an option names: of the
 * columns of its writer).  `spans` of an extending layer are those of the layer it extends. */
typedef struct {
  int present; /* 0: no stage writes it, or its stage was skipped for this document */
  size_t count;
  const cs_span* spans;
  const void* const* columns;
} cs_view;

/* A layer that a CS_LAYERS option names. */
typedef struct {
  const char* name;       /* as the pipeline calls it */
  const cs_layer* schema; /* as its writer declares it; `of` and `target` by their names in the pipeline */
  uint32_t read;          /* index for read(), beyond those of reads[] */
} cs_named_layer;

/* --- What the host offers.  Layers and columns are named by their index in reads[] / writes[]. --- */

struct cs_host {
  uint32_t size; /* sizeof(cs_host) in the host; see CS_HAS */
  uint16_t abi_major, abi_minor;
  const char* version;

  /* create(): the configuration, already checked against options[] and filled with fallbacks. */
  cs_str (*instance)(const cs_setup*);
  int64_t (*option_int)(const cs_setup*, const char* name); /* CS_FLAG, CS_INT */
  double (*option_number)(const cs_setup*, const char* name);
  cs_str (*option_string)(const cs_setup*, const char* name); /* CS_STRING, CS_PATH, CS_OUTPUT */
  size_t (*option_strings)(const cs_setup*, const char* name, const cs_str** items); /* ~S, PATHS */
  size_t (*option_map)(const cs_setup*, const char* name, const cs_entry** entries);
  size_t (*option_layers)(const cs_setup*, const char* name, const cs_named_layer** layers);
  uint64_t (*limit)(const cs_setup*, const char* name); /* a key under run.limits; else 0 */
  cs_str (*setting)(const cs_setup*, const char* name); /* "offsets": codepoint, byte, utf16; else null */
  cs_status (*fail_setup)(const cs_setup*, const char* option, const char* message); /* CS_ERROR */

  /* The document. */
  cs_str (*id)(const cs_document*);
  cs_str (*text)(const cs_document*);
  cs_str (*metadata)(const cs_document*, const char* key); /* null if absent */
  size_t (*metadata_entries)(const cs_document*, const cs_entry** entries);
  cs_view (*read)(const cs_document*, uint32_t read);

  /* Memory that lives as long as the document; NULL when there is no more (the document has failed then). */
  void* (*alloc)(cs_document*, size_t bytes, size_t alignment);

  /* A whole layer at once: the host adopts the arrays, which come from alloc() (strings: from alloc(),
   * the text or constant data), and checks order, bounds, code-point starts, choices and references.
   * `spans` is NULL for an extending layer.  A child is written after its parent. */
  cs_status (*write)(cs_document*, uint32_t write, size_t count, const cs_span* spans,
                     const void* const* columns);

  /* Row by row, for small layers: the host sorts when the call returns, and references to rows added in
   * the same call follow.  Returns the row.  set_int also sets CS_FLAG, CS_CHOICE, CS_ID and CS_REF. */
  uint32_t (*add)(cs_document*, uint32_t write, cs_span span);
  void (*set_int)(cs_document*, uint32_t write, uint32_t row, uint32_t column, int64_t value);
  void (*set_number)(cs_document*, uint32_t write, uint32_t row, uint32_t column, double value);
  void (*set_string)(cs_document*, uint32_t write, uint32_t row, uint32_t column, cs_str value);
  void (*set_span)(cs_document*, uint32_t write, uint32_t row, uint32_t column, cs_span value);

  cs_status (*fail)(cs_document*, const char* message); /* returns CS_ERROR, for `return fail(..)` */
  cs_status (*skip)(cs_document*, const char* reason);  /* returns CS_SKIP; counted by reason */
  void (*log)(const cs_document*, cs_level, const char* message); /* stage and document are added */
  int (*expired)(const cs_document*); /* 1: the document's time is over; return soon */

  /* Writers: append to the document's part of the output, which the host owns and orders. */
  cs_status (*emit)(cs_document*, cs_str bytes);

  /* Readers.  next() cuts one raw record and says where it stands ("news.jsonl:17") and where to go on
   * after it (`position`, opaque to the host); parse() makes the document from it.  The bytes are
   * adopted: they come from alloc(), or live as long as the reader.  set_text adopts as well. */
  void (*set_record)(cs_document*, cs_str bytes, cs_str place, cs_str position);
  cs_str (*record)(const cs_document*);
  cs_str (*place)(const cs_document*);
  void (*set_id)(cs_document*, cs_str id);
  void (*set_text)(cs_document*, cs_str text); /* invalid UTF-8 fails the document */
  void (*set_metadata)(cs_document*, cs_str key, cs_str value);

  /* create(): names a file that the results depend on (an input, a model); a run is not resumed when its
   * size or time of change is another. */
  void (*uses_file)(const cs_setup*, cs_str path);

  /* create(): a format by its name, from the plugins; NULL with the reason in `why` where there is none. */
  const cs_format* (*format)(const cs_setup*, const char* name, cs_str* why);
};

#define CS_HAS(structure, member) ((structure)->size > offsetof(__typeof__(*(structure)), member))

/* --- A stage, and the plugin that carries it ---------------------------------------------------- */

typedef enum {
  CS_ANNOTATOR = 0, /* adds layers to one document; documents run in parallel */
  CS_COLLECTOR = 1, /* sees documents one at a time, in input order; may add layers */
  CS_WRITER = 2,    /* emits bytes in parallel; the host appends them in input order */
  CS_READER = 3     /* makes documents: next() and parse() instead of process() */
} cs_kind;

enum {
  CS_SERIAL = 1, /* an annotator or writer that cannot run for two documents at once */
  CS_FILTER = 2  /* an annotator that may skip documents: it runs even if nobody reads its layers */
};

typedef struct {
  uint32_t size; /* sizeof(cs_stage) in the plugin */
  cs_kind kind;
  uint32_t flags;
  const char* name;    /* as in YAML `use:`; lower case, words joined by '_' */
  const char* summary; /* one sentence */
  const cs_option* options;
  const cs_layer* reads;
  const cs_layer* writes;
  cs_status (*create)(const cs_host*, const cs_setup*, void** self);
  cs_status (*process)(void* self, cs_document*); /* readers: NULL */
  cs_status (*begin)(void* self, cs_document*);   /* writers: before the first document; or NULL */
  cs_status (*finish)(void* self, cs_document*);  /* after the last (no text); or NULL */
  void (*destroy)(void* self);                    /* once for each create() that returned CS_OK */
  cs_status (*next)(void* self, cs_document*);    /* readers: cut one record */
  cs_status (*parse)(void* self, cs_document*);   /* readers: make the document */
  cs_status (*seek)(void* self, cs_document*, cs_str position); /* readers: go on there; or NULL */
  cs_status (*save)(void* self, cs_document*); /* collectors, stores: emit() the state; or NULL */
  cs_status (*restore)(void* self, cs_document*, cs_str state); /* collectors: take it back; or NULL */

  /* Writers that own a store, such as a database, in place of a stream of bytes; both or none.
   * The host gives the name of a file (its output's NAME.part, renamed when finish() has closed it).
   * open() comes before the first document: with a null state to begin anew, else to go back to the
   * moment when save() emitted that state, whatever was added since; begin() is not called then.
   * append() takes what process() emitted for one document, in input order, never in parallel with
   * save() and finish() but beside process() of later documents, which must not touch the store.
   * save() makes durable what was appended; the host then writes its checkpoint. */
  cs_status (*open)(void* self, cs_document*, cs_str path, cs_str state);
  cs_status (*append)(void* self, cs_document*, cs_str bytes);
} cs_stage;

/* A format of documents, such as HTML: what readers of files, archives and mailboxes hand bytes over to, so
 * that each format needs one plugin and each reader none of its own. */
struct cs_format {
  uint32_t size;       /* sizeof(cs_format) in the plugin */
  const char* name;    /* "html"; the plugin is looked for under this name */
  const char* summary; /* one sentence */
  /* Called inside a reader's parse(), in parallel, with that reader's host: sets the text of its document and
   * the metadata that the bytes hold and the document does not have yet. Text comes as UTF-8, whatever it
   * was; `type` is the content type that the source states, such as "text/html; charset=utf-8", or null. */
  cs_status (*parse)(const cs_host*, cs_document*, cs_str bytes, cs_str type);
};

typedef struct {
  uint16_t abi_major, abi_minor; /* read before anything else */
  uint32_t size;                 /* sizeof(cs_plugin) in the plugin */
  const char *name, *version, *license;
  const cs_stage* const* stages;   /* ended by NULL */
  const cs_format* const* formats; /* ended by NULL; or NULL */
} cs_plugin;

extern CS_EXPORT const cs_plugin claimsift_plugin;

#define CS_PLUGIN(NAME, VERSION, LICENSE, STAGES) CS_PLUGIN_WITH(NAME, VERSION, LICENSE, STAGES, NULL)
#define CS_PLUGIN_WITH(NAME, VERSION, LICENSE, STAGES, FORMATS) \
  const cs_plugin claimsift_plugin = {                          \
      CS_ABI_MAJOR, CS_ABI_MINOR, (uint32_t)sizeof(cs_plugin), NAME, VERSION, LICENSE, STAGES, FORMATS}

#ifdef __cplusplus
}
#endif
#endif /* CLAIMSIFT_PLUGIN_H */
