//! What each word is, for colours that a grammar of patterns cannot know.

use aluvm_core::asm::TokenKind;
use aluvm_core::contract::{NameKind, Word};
use aluvm_core::isa::InstructionSet;
use lsp_types::{
    SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens, SemanticTokensLegend,
    SemanticTokensParams, SemanticTokensResult,
};

use super::Refused;
use crate::lsp::analysis::Analysis;
use crate::lsp::workspace::Workspace;

/// The kinds, as the numbers of the protocol count them.
const KINDS: [SemanticTokenType; 14] = [
    SemanticTokenType::KEYWORD,
    SemanticTokenType::MODIFIER,
    SemanticTokenType::TYPE,
    SemanticTokenType::VARIABLE,
    SemanticTokenType::PARAMETER,
    SemanticTokenType::ENUM,
    SemanticTokenType::ENUM_MEMBER,
    SemanticTokenType::FUNCTION,
    SemanticTokenType::NAMESPACE,
    SemanticTokenType::NUMBER,
    SemanticTokenType::STRING,
    SemanticTokenType::COMMENT,
    SemanticTokenType::MACRO,
    SemanticTokenType::new("label"),
];

const MODIFIERS: [SemanticTokenModifier; 3] = [
    SemanticTokenModifier::DECLARATION,
    SemanticTokenModifier::READONLY,
    SemanticTokenModifier::DOCUMENTATION,
];

pub(in crate::lsp) fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend { token_types: KINDS.to_vec(), token_modifiers: MODIFIERS.to_vec() }
}

pub(in crate::lsp) fn tokens<E: InstructionSet>(
    workspace: &Workspace<E>,
    params: SemanticTokensParams,
) -> Result<Option<SemanticTokensResult>, Refused> {
    let Some(analysis) = workspace.of(&params.text_document.uri) else { return Ok(None) };
    let mut data = Vec::new();
    let (mut line, mut column) = (0, 0);
    let mut end = 0;
    for token in 0..analysis.tokens.len() {
        let bytes = analysis.bytes(token);
        // The tokens of one doc comment stand in one place.
        if bytes.start < end || bytes.is_empty() {
            continue;
        }
        let Some((kind, modifiers)) = kind(&analysis, token) else { continue };
        let source = analysis.text.get(bytes.clone()).unwrap_or_default();
        // Most clients know no token over several lines.
        let source = source.split(['\n', '\r']).next().unwrap_or_default();
        end = bytes.end;
        let start = workspace.range(&analysis, bytes).start;
        let number = KINDS.iter().position(|known| *known == kind).unwrap_or_default();
        let bits = |bits: u32, modifier: &SemanticTokenModifier| {
            let number = MODIFIERS.iter().position(|known| known == modifier);
            bits | number.map_or(0, |number| 1 << number)
        };
        data.push(SemanticToken {
            delta_line: start.line - line,
            delta_start: start.character - if start.line == line { column } else { 0 },
            length: workspace.encoding.length(source),
            token_type: number as u32,
            token_modifiers_bitset: modifiers.iter().fold(0, bits),
        });
        (line, column) = (start.line, start.character);
    }
    Ok(Some(SemanticTokensResult::Tokens(SemanticTokens { result_id: None, data })))
}

fn kind(
    analysis: &Analysis,
    token: usize,
) -> Option<(SemanticTokenType, Vec<SemanticTokenModifier>)> {
    use SemanticTokenModifier as Modifier;
    use SemanticTokenType as Kind;
    let Some(word) = analysis.word(token) else {
        let source = analysis.text.get(analysis.bytes(token)).unwrap_or_default();
        return match analysis.tokens.get(token).map(|token| &token.kind) {
            Some(TokenKind::Punct('#')) if source.starts_with("//") => {
                Some((Kind::COMMENT, vec![Modifier::DOCUMENTATION]))
            }
            Some(TokenKind::Literal(_)) => {
                let is_number = source.starts_with(|first: char| first.is_ascii_digit());
                Some((if is_number { Kind::NUMBER } else { Kind::STRING }, vec![]))
            }
            _ => None,
        };
    };
    let mut modifiers = Vec::new();
    let kind = match word {
        Word::Keyword => Kind::KEYWORD,
        Word::Mnemonic => Kind::MACRO,
        Word::Flags => Kind::MODIFIER,
        Word::Size => Kind::TYPE,
        Word::Register(_) => Kind::VARIABLE,
        Word::Callee { .. } => Kind::FUNCTION,
        Word::Name { kind, definition } => {
            if definition == token {
                modifiers.push(Modifier::DECLARATION);
            }
            match kind {
                NameKind::Constant => {
                    modifiers.push(Modifier::READONLY);
                    Kind::VARIABLE
                }
                NameKind::Alias => Kind::VARIABLE,
                NameKind::Parameter => Kind::PARAMETER,
                NameKind::Errors => Kind::ENUM,
                NameKind::Error => Kind::ENUM_MEMBER,
                NameKind::Routine => Kind::FUNCTION,
                NameKind::Label => Kind::new("label"),
                NameKind::Import => Kind::NAMESPACE,
            }
        }
    };
    Some((kind, modifiers))
}
