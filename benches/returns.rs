//! Speed of the way from the CSV files of a return on disk to figures, with row checks in the same pass
//! and without, beside the csv crate on the same bytes, which makes nothing of them.
//!
//! Every bench is called job/size/variant, and its rate is in bytes a second. Each asserts its answer.

mod common;

use common::returns::{Answer, Files, answer};
use common::year;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use iro_handbook::calendar::WorkingDays;
use iro_handbook::ssda903::Return;
use std::fs::{self, File};
use std::hint::black_box;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The files of a return on disk, gone when this is.
struct Folder {
    path: PathBuf,
    files: Vec<PathBuf>,
    bytes: u64,
}

impl Folder {
    fn of(files: &[(String, String)]) -> io::Result<Self> {
        let name = format!("iro-handbook-bench-{}-{}", std::process::id(), files[0].1.len());
        let mut folder =
            Self { path: std::env::temp_dir().join(name), files: Vec::new(), bytes: 0 };
        fs::create_dir_all(&folder.path)?;
        for (name, text) in files {
            let file = folder.path.join(name.replace('/', "-"));
            fs::write(&file, text)?;
            folder.files.push(file);
            folder.bytes += text.len() as u64;
        }
        Ok(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}

fn read(files: &[PathBuf]) -> io::Result<Return> {
    let mut one = Return::new(year());
    let mut piece = vec![0; 64 * 1024];
    for path in files {
        let mut bytes = File::open(path)?;
        let mut file = one.file();
        loop {
            let length = bytes.read(&mut piece)?;
            if length == 0 {
                break;
            }
            file.push(&piece[..length]).unwrap();
        }
        file.finish().unwrap();
    }
    Ok(one)
}

/// How many records and cells the csv crate finds.
fn csv_alone(path: &Path) -> csv::Result<(u64, u64)> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path)?;
    let mut record = csv::ByteRecord::new();
    let (mut records, mut cells) = (0, 0);
    while reader.read_byte_record(&mut record)? {
        records += 1;
        cells += record.len() as u64;
    }
    Ok((records, cells))
}

fn returns(c: &mut Criterion) {
    let calendar = WorkingDays::england_and_wales();
    for size in [1_000, 60_000] {
        let Files { files, answer: planned } = Files::of(size);
        let folder = Folder::of(&files).unwrap();
        let rows = |text: &str| text.lines().count() as u64;
        let cells = |text: &str| text.bytes().filter(|byte| matches!(byte, b',' | b'\n')).count();
        let all: Vec<(u64, u64)> =
            files.iter().map(|(_, text)| (rows(text), cells(text) as u64)).collect();
        drop(files);

        let mut group = c.benchmark_group(format!("returns/{size}"));
        group.throughput(Throughput::Bytes(folder.bytes)).sample_size(20);
        group.bench_function("figures", |b| {
            b.iter(|| {
                let one = read(black_box(&folder.files)).unwrap();
                assert_eq!(answer(&calendar, one, false), Answer { no_code: 0, ..planned });
            });
        });
        group.bench_function("figures-and-checks", |b| {
            b.iter(|| {
                let one = read(black_box(&folder.files)).unwrap();
                assert_eq!(answer(&calendar, one, true), planned);
            });
        });
        group.bench_function("csv-crate-alone", |b| {
            b.iter(|| {
                let files = black_box(&folder.files).iter();
                assert!(files.map(|path| csv_alone(path).unwrap()).eq(all.iter().copied()));
            });
        });
        group.finish();
    }
}

criterion_group!(benches, returns);
criterion_main!(benches);
