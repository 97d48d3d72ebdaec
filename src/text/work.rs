//! The words of long work: files to take away, and why work ended without a result.

use super::page::words;
use super::{Locale, pick};
use crate::app::work::{Form, Trouble};

words! {
    /// Name of the group of files.
    TakeAway => ("Take away", "내보내기"),
    /// Name of the group of files of the constants.
    TakeConstants => ("Take the constants away", "상수 내보내기"),
}

/// The name of a form.
#[must_use]
pub const fn form(of: Form, locale: Locale) -> &'static str {
    match of {
        Form::Shown => pick(locale, "here", "여기"),
        Form::Csv => "CSV",
        Form::Json => "JSON",
        Form::Trace => pick(locale, "Trace", "트레이스"),
    }
}

/// What a form is good for.
#[must_use]
pub const fn form_words(of: Form, locale: Locale) -> &'static str {
    match of {
        Form::Shown => "",
        Form::Csv => pick(locale, "a table for spreadsheets", "스프레드시트용 표"),
        Form::Json => pick(
            locale,
            "for programs, with all that is needed to run it again",
            "프로그램용 파일, 다시 실행하는 데 필요한 것을 모두 담음",
        ),
        Form::Trace => {
            pick(locale, "opens in Perfetto and Chrome", "Perfetto와 Chrome에서 여는 파일")
        }
    }
}

/// While a file is computed.
#[must_use]
pub fn preparing(of: Form, locale: Locale) -> String {
    let form = form(of, locale);
    match locale {
        Locale::English => format!("Preparing the file ({form})…"),
        Locale::Korean => format!("파일을 만드는 중({form})…"),
    }
}

/// A file was handed to the browser.
#[must_use]
pub fn saved(name: &str, locale: Locale) -> String {
    match locale {
        Locale::English => format!("Saved as {name}"),
        Locale::Korean => format!("저장한 파일: {name}"),
    }
}

/// Why work ended without a result, and what helps.
#[must_use]
pub const fn trouble(of: Trouble, locale: Locale) -> &'static str {
    let (english, korean) = match of {
        Trouble::NotLoaded => (
            "The program for this did not arrive or may not run here. Check the connection and try \
             again.",
            "여기에 필요한 프로그램을 받지 못했거나 실행할 수 없습니다. 연결을 확인하고 다시 시도해 \
             보세요.",
        ),
        Trouble::Outdated => (
            "The server has another version of Strata than this page. Reload the page: its address \
             keeps the settings.",
            "서버의 Strata가 이 페이지와 다른 버전입니다. 페이지를 새로 고치세요. 설정은 주소에 \
             남아 있습니다.",
        ),
        Trouble::Stopped => (
            "It broke off; that is our mistake and not yours. Try again.",
            "도중에 멈췄습니다. 사용자가 아니라 프로그램의 잘못입니다. 다시 시도해 보세요.",
        ),
        Trouble::Refused => ("These settings cannot be run.", "이 설정으로는 실행할 수 없습니다."),
    };
    pick(locale, english, korean)
}
