//! Which question it is that an editor asks, and whether it can be asked now.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::rc::Rc;

use aluvm_core::isa::InstructionSet;
use lsp_server::{Message, Notification, Request, Response};
use lsp_types::notification::{
    DidChangeConfiguration, DidChangeTextDocument, DidChangeWatchedFiles, DidCloseTextDocument,
    DidOpenTextDocument, DidSaveTextDocument, Exit, Notification as Told, PublishDiagnostics,
    ShowMessage,
};
use lsp_types::request::{
    CodeActionRequest, CodeLensRequest, Completion, DocumentSymbolRequest, Formatting,
    GotoDefinition, HoverRequest, Initialize, InlayHintRequest, PrepareRenameRequest, References,
    Rename, Request as Asked, SemanticTokensFullRequest, Shutdown,
};
use lsp_types::{InitializeParams, MessageType, PublishDiagnosticsParams, ShowMessageParams};
use serde_json::Value;

use self::capability::capabilities;
use super::document::Document;
use super::feature::mistake::{Mistakes, mistakes};
use super::feature::{
    Refused, completion, cost, hover, layout, mistake, navigation, rename, symbol, token,
};
use super::position::Encoding;
use super::settings::Settings;
use super::uri;
use super::workspace::Workspace;

mod capability;

/// What an editor talks with.
pub(super) struct Server<E> {
    workspace: Workspace<E>,
    stage: Stage,
    /// Whether something has changed since it was said what is wrong.
    is_changed: bool,
    /// What is wrong; none if something has changed since that was found.
    found: Option<Rc<Mistakes>>,
    /// The files of which it was said that something is wrong.
    wrong: BTreeSet<PathBuf>,
    /// What is wrong with the settings, and was not said yet.
    complaints: Vec<String>,
}

/// How far the conversation is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    New,
    Begun,
    /// `shutdown` was asked for.
    Closing,
    /// `exit` was told, behind `shutdown` or without it.
    Ended {
        was_asked_to: bool,
    },
}

impl<E: InstructionSet> Server<E> {
    pub(super) fn new(settings: Settings) -> Self {
        let mut workspace = Workspace::default();
        workspace.settings = settings;
        let (is_changed, found, wrong) = (false, None, BTreeSet::new());
        Server { workspace, stage: Stage::New, is_changed, found, wrong, complaints: Vec::new() }
    }

    /// Whether there is nothing more to be answered.
    pub(super) fn has_ended(&self) -> bool {
        matches!(self.stage, Stage::Ended { .. })
    }

    /// Whether the end was announced.
    pub(super) fn was_asked_to(&self) -> bool {
        self.stage == Stage::Ended { was_asked_to: true }
    }

    /// Whether [`mistakes`](Server::mistakes) has something to say.
    pub(super) fn is_changed(&self) -> bool {
        self.is_changed
    }

    /// Answers a message.
    pub(super) fn handle(&mut self, message: Message) -> Vec<Message> {
        match message {
            Message::Request(Request { id, method, params }) => {
                let response = match self.request(&method, params) {
                    Ok(result) => Response { id, response_result: Ok(result) },
                    Err(refused) => Response::new_err(id, refused.code(), refused.to_string()),
                };
                std::iter::once(response.into()).chain(self.complaints()).collect()
            }
            Message::Notification(told) => {
                self.notification(told);
                self.complaints().collect()
            }
            // Nothing is asked of the client.
            Message::Response(_) => vec![],
        }
    }

    /// Says what is wrong with the settings.
    fn complaints(&mut self) -> impl Iterator<Item = Message> + use<E> {
        std::mem::take(&mut self.complaints).into_iter().map(|message| {
            let params = ShowMessageParams { typ: MessageType::WARNING, message };
            Notification::new(ShowMessage::METHOD.into(), params).into()
        })
    }

    /// Says what is wrong in which files, and of which no more.
    pub(super) fn mistakes(&mut self) -> Vec<Message> {
        self.is_changed = false;
        let all = self.found();
        let right = std::mem::take(&mut self.wrong).into_iter();
        let right = right.filter(|file| !all.contains_key(file)).map(|file| (file, &[][..]));
        let all = all.iter().map(|(file, found)| (file.clone(), found.as_slice()));
        let mut messages = Vec::new();
        for (file, found) in all.chain(right) {
            let Some(uri) = self.workspace.uri(&file) else { continue };
            let version = self.workspace.open.get(&file).map(|document| document.version);
            let diagnostics: Vec<_> = found.iter().map(|one| one.diagnostic.clone()).collect();
            if !diagnostics.is_empty() {
                self.wrong.insert(file);
            }
            let params = PublishDiagnosticsParams { uri, diagnostics, version };
            let method = PublishDiagnostics::METHOD.into();
            messages.push(Notification::new(method, params).into());
        }
        messages
    }

    /// What is wrong now.
    fn found(&mut self) -> Rc<Mistakes> {
        let found = self.found.take().unwrap_or_else(|| mistakes(&self.workspace).into());
        self.found = Some(Rc::clone(&found));
        found
    }

    fn request(&mut self, method: &str, params: Value) -> Result<Value, Refused> {
        match (self.stage, method) {
            (Stage::New, Initialize::METHOD) => return self.initialize(params),
            (Stage::New, _) => return Err(Refused::NotBegun),
            (Stage::Begun, Initialize::METHOD) => return Err(Refused::Begun),
            (Stage::Begun, Shutdown::METHOD) => {
                self.stage = Stage::Closing;
                return Ok(Value::Null);
            }
            (Stage::Begun, _) => {}
            (Stage::Closing | Stage::Ended { .. }, _) => return Err(Refused::Ended),
        }
        match method {
            HoverRequest::METHOD => self.answer::<HoverRequest>(params, hover::hover),
            Completion::METHOD => self.answer::<Completion>(params, completion::completion),
            GotoDefinition::METHOD => self.answer::<GotoDefinition>(params, navigation::definition),
            References::METHOD => self.answer::<References>(params, navigation::references),
            PrepareRenameRequest::METHOD => {
                self.answer::<PrepareRenameRequest>(params, rename::prepare)
            }
            Rename::METHOD => self.answer::<Rename>(params, rename::rename),
            DocumentSymbolRequest::METHOD => {
                self.answer::<DocumentSymbolRequest>(params, symbol::symbols)
            }
            SemanticTokensFullRequest::METHOD => {
                self.answer::<SemanticTokensFullRequest>(params, token::tokens)
            }
            Formatting::METHOD => self.answer::<Formatting>(params, layout::layout),
            CodeActionRequest::METHOD => {
                let all = self.found();
                let answer = |_: &_, params| mistake::actions::<E>(&all, params);
                self.answer::<CodeActionRequest>(params, answer)
            }
            InlayHintRequest::METHOD => self.answer::<InlayHintRequest>(params, cost::hints),
            CodeLensRequest::METHOD => self.answer::<CodeLensRequest>(params, cost::lenses),
            _ => Err(Refused::Unknown(method.into())),
        }
    }

    fn answer<R: Asked>(
        &self,
        params: Value,
        answer: impl FnOnce(&Workspace<E>, R::Params) -> Result<R::Result, Refused>,
    ) -> Result<Value, Refused> {
        let params = serde_json::from_value(params).map_err(Refused::Parameters)?;
        let result = answer(&self.workspace, params)?;
        serde_json::to_value(result).map_err(Refused::Parameters)
    }

    fn initialize(&mut self, params: Value) -> Result<Value, Refused> {
        let params: InitializeParams =
            serde_json::from_value(params).map_err(Refused::Parameters)?;
        let general = params.capabilities.general;
        let encodings = general.and_then(|general| general.position_encodings);
        self.workspace.encoding = Encoding::of(encodings.as_deref());
        let folders = params.workspace_folders.unwrap_or_default();
        self.workspace.folders = folders.iter().map(|folder| uri::to_path(&folder.uri)).collect();
        #[allow(deprecated, reason = "older clients say nothing else")]
        if let (true, Some(root)) = (folders.is_empty(), &params.root_uri) {
            self.workspace.folders.push(uri::to_path(root));
        }
        let chosen = params.initialization_options.unwrap_or_default();
        self.complaints = self.workspace.settings.take(&chosen);
        self.stage = Stage::Begun;
        serde_json::to_value(capabilities(self.workspace.encoding)).map_err(Refused::Parameters)
    }

    fn notification(&mut self, Notification { method, params }: Notification) {
        if method == Exit::METHOD {
            self.stage = Stage::Ended { was_asked_to: self.stage == Stage::Closing };
            return;
        }
        if self.stage != Stage::Begun {
            return;
        }
        // A notification has no answer, not even that its parameters are wrong.
        let is_change = match method.as_str() {
            DidOpenTextDocument::METHOD => self.open(params),
            DidChangeTextDocument::METHOD => self.change(params),
            DidCloseTextDocument::METHOD => self.close(params),
            DidChangeConfiguration::METHOD => self.configure(params),
            DidSaveTextDocument::METHOD | DidChangeWatchedFiles::METHOD => Some(()),
            _ => None,
        };
        if is_change.is_some() {
            self.workspace.forget();
            self.found = None;
            self.is_changed = true;
        }
    }

    fn configure(&mut self, params: Value) -> Option<()> {
        let params = read::<DidChangeConfiguration>(params)?;
        self.complaints = self.workspace.settings.take(&params.settings);
        Some(())
    }

    fn open(&mut self, params: Value) -> Option<()> {
        let params = read::<DidOpenTextDocument>(params)?.text_document;
        let key = Workspace::<E>::key(&params.uri);
        let (uri, version, text) = (params.uri, params.version, params.text.into());
        self.workspace.open.insert(key, Document { uri, version, text });
        Some(())
    }

    fn change(&mut self, params: Value) -> Option<()> {
        let params = read::<DidChangeTextDocument>(params)?;
        let encoding = self.workspace.encoding;
        let key = Workspace::<E>::key(&params.text_document.uri);
        let document = self.workspace.open.get_mut(&key)?;
        document.version = params.text_document.version;
        document.change(params.content_changes, encoding);
        Some(())
    }

    fn close(&mut self, params: Value) -> Option<()> {
        let params = read::<DidCloseTextDocument>(params)?;
        let key = Workspace::<E>::key(&params.text_document.uri);
        self.workspace.open.remove(&key)?;
        // Nothing is said any more of what nobody looks at.
        self.wrong.insert(key);
        Some(())
    }
}

fn read<N: Told>(params: Value) -> Option<N::Params> {
    serde_json::from_value(params).ok()
}
