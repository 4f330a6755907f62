// What no regular expression reads: comments that stand in comments, raw strings, and the inside of strings, in which
// no comment begins.

#include "tree_sitter/parser.h"

enum Token { BLOCK_COMMENT, RAW_STRING, STRING_CONTENT, ERROR_SENTINEL };

void *tree_sitter_aluasm_external_scanner_create(void) { return NULL; }
void tree_sitter_aluasm_external_scanner_destroy(void *payload) { (void)payload; }

unsigned tree_sitter_aluasm_external_scanner_serialize(void *payload, char *buffer) {
    (void)payload;
    (void)buffer;
    return 0;
}

void tree_sitter_aluasm_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
    (void)payload;
    (void)buffer;
    (void)length;
}

static void advance(TSLexer *lexer) { lexer->advance(lexer, false); }

static bool is_space(int32_t character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
}

static bool string_content(TSLexer *lexer) {
    bool has_content = false;
    while (lexer->lookahead != '"' && lexer->lookahead != '\\' && !lexer->eof(lexer)) {
        has_content = true;
        advance(lexer);
    }
    lexer->result_symbol = STRING_CONTENT;
    return has_content;
}

// Behind the first `/`. One that is not closed reaches to the end.
static bool block_comment(TSLexer *lexer) {
    if (lexer->lookahead != '*') return false;
    advance(lexer);
    unsigned depth = 1;
    while (depth > 0 && !lexer->eof(lexer)) {
        int32_t character = lexer->lookahead;
        advance(lexer);
        if (character == '*' && lexer->lookahead == '/') {
            advance(lexer);
            depth -= 1;
        } else if (character == '/' && lexer->lookahead == '*') {
            advance(lexer);
            depth += 1;
        }
    }
    lexer->result_symbol = BLOCK_COMMENT;
    return true;
}

// `r"…"`, `br#"…"#`; a name such as `r#in` is none.
static bool raw_string(TSLexer *lexer) {
    if (lexer->lookahead == 'b') advance(lexer);
    if (lexer->lookahead != 'r') return false;
    advance(lexer);
    unsigned opened = 0;
    for (; lexer->lookahead == '#'; opened += 1) advance(lexer);
    if (lexer->lookahead != '"') return false;
    advance(lexer);
    while (!lexer->eof(lexer)) {
        bool is_quote = lexer->lookahead == '"';
        advance(lexer);
        if (!is_quote) continue;
        unsigned closed = 0;
        for (; closed < opened && lexer->lookahead == '#'; closed += 1) advance(lexer);
        if (closed == opened) {
            lexer->result_symbol = RAW_STRING;
            return true;
        }
    }
    return false;
}

bool tree_sitter_aluasm_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
    (void)payload;
    if (valid[STRING_CONTENT] && !valid[ERROR_SENTINEL]) return string_content(lexer);
    while (is_space(lexer->lookahead)) lexer->advance(lexer, true);
    if (valid[BLOCK_COMMENT] && lexer->lookahead == '/') {
        advance(lexer);
        return block_comment(lexer);
    }
    if (valid[RAW_STRING] && (lexer->lookahead == 'r' || lexer->lookahead == 'b')) return raw_string(lexer);
    return false;
}
