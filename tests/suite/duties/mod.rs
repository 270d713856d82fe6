//! What holds for all duties, and the records they are judged from. Each duty is tested where the law has
//! it: in `law`.

mod evidence;
mod iro_records;
mod late_reason;
pub(crate) mod placed;
mod plans_record;
mod privacy;
pub(crate) mod process;
pub(crate) mod random;
mod record_agreement;
pub(crate) mod reviews;
mod stable;
mod table;
