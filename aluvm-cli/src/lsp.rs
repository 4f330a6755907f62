//! The language server: what an editor shows of contracts, follows and offers in them. All of it comes from the
//! parser, the analysis and the instruction table that the other subcommands have.
//!
//! ```text
//! position, uri   places and files as editors name them
//! document        a text that is being edited
//! analysis        what is known of one text, finished or not
//! workspace       all texts, those that are being edited before those of the disk
//! settings        what is permitted and reported, and the profile
//! feature/        a file for each kind of question
//! server          which question it is, and whether it can be asked now
//! ```

mod analysis;
mod document;
mod feature;
mod position;
mod server;
mod settings;
mod uri;
mod workspace;

use std::time::Duration;

use aluvm_core::isa::InstructionSet;
use lsp_server::{Connection, Message};

use self::server::Server;
pub(crate) use self::settings::Settings;
use crate::failure::Failure;

/// How long after a change nothing is said of mistakes, so that who types fast is not slowed down.
const PAUSE: Duration = Duration::from_millis(40);

/// Answers an editor over standard input and output, until it says that it has no more questions.
pub(crate) fn serve<E: InstructionSet>(settings: Settings) -> Result<(), Failure> {
    let (connection, threads) = Connection::stdio();
    let mut server = Server::<E>::new(settings);
    let Connection { sender, receiver } = connection;
    while !server.has_ended() {
        let message: Option<Message> = match server.is_changed() {
            true => receiver.recv_timeout(PAUSE).ok(),
            false => match receiver.recv() {
                Ok(message) => Some(message),
                Err(_) => break,
            },
        };
        let answers = match message {
            Some(message) => server.handle(message),
            None => server.mistakes(),
        };
        // Without a reader there is nobody to tell that there is none.
        if answers.into_iter().any(|answer| sender.send(answer).is_err()) {
            break;
        }
    }
    let has_ended = server.has_ended();
    drop(sender);
    match (threads.join(), has_ended && !server.was_asked_to()) {
        (Err(error), _) => {
            Err(Failure::File { does: "read", name: "standard input".into(), error })
        }
        (Ok(()), true) => Err(Failure::No),
        (Ok(()), false) => Ok(()),
    }
}
