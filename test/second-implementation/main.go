// Command second-implementation checks an export with the Go checksum database's own note and tree code, which shares not a
// line with ours: the signature of the newest checkpoint, the root over the envelopes as they stand in the export, and, where
// a receipt is given, that its entry is in that tree.
//
// Usage: second-implementation FOLDER VERIFIER-KEY [RECEIPT]
//
// It says what it found in one line and ends with status 0, or says why not and ends with status 1.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) < 3 || len(os.Args) > 4 {
		fmt.Fprintln(os.Stderr, "usage: second-implementation FOLDER VERIFIER-KEY [RECEIPT]")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2], os.Args[3:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(folder, key string, receipts []string) error {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		return err
	}
	head, err := open(text, verifier)
	if err != nil {
		return err
	}
	root, err := rootOf(filepath.Join(folder, "events.jsonl"), head.N)
	if err != nil {
		return err
	}
	if root != head.Hash {
		return fmt.Errorf("root of size %d: computed %v, signed %v", head.N, root, head.Hash)
	}
	fmt.Printf("size %d root %x", head.N, root[:])
	for _, file := range receipts {
		index, err := checkReceipt(file, verifier)
		if err != nil {
			return fmt.Errorf("receipt: %w", err)
		}
		fmt.Printf(" receipt %d", index)
	}
	fmt.Println()
	return nil
}

// open checks who signed a checkpoint and reads its size and root.
func open(signed []byte, verifier note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, errors.New("no checkpoint of " + verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	hash, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: hash}, err
}

// rootOf computes the root over the first size envelopes, from nothing but their bytes.
func rootOf(file string, size int64) (tlog.Hash, error) {
	events, err := os.Open(file)
	if err != nil {
		return tlog.Hash{}, err
	}
	defer events.Close()
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			if index >= int64(len(stored)) {
				return nil, fmt.Errorf("no hash %d", index)
			}
			hashes[i] = stored[index]
		}
		return hashes, nil
	})
	lines := bufio.NewScanner(events)
	lines.Buffer(make([]byte, 1<<20), 1<<28)
	for n := int64(0); n < size; n++ {
		if !lines.Scan() {
			return tlog.Hash{}, fmt.Errorf("position %d is missing: %v", n, lines.Err())
		}
		var event struct {
			Position int64   `json:"position"`
			Envelope *string `json:"envelope"`
		}
		if err := json.Unmarshal(lines.Bytes(), &event); err != nil {
			return tlog.Hash{}, err
		}
		if event.Position != n || event.Envelope == nil {
			return tlog.Hash{}, fmt.Errorf("position %d is missing", n)
		}
		hashes, err := tlog.StoredHashes(n, []byte(*event.Envelope), reader)
		if err != nil {
			return tlog.Hash{}, err
		}
		stored = append(stored, hashes...)
	}
	return tlog.TreeHash(size, reader)
}

// checkReceipt checks a C2SP tlog-proof that carries its entry: that the entry is in the tree of the checkpoint it names.
func checkReceipt(file string, verifier note.Verifier) (int64, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return 0, err
	}
	proof, checkpoint, found := strings.Cut(string(text), "\n\n")
	lines := strings.Split(proof, "\n")
	if !found || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return 0, errors.New("no receipt")
	}
	entry, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	if err != nil {
		return 0, err
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil {
		return 0, err
	}
	var path tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return 0, err
		}
		path = append(path, hash)
	}
	head, err := open([]byte(checkpoint), verifier)
	if err != nil {
		return 0, err
	}
	return index, tlog.CheckRecord(path, head.N, head.Hash, index, tlog.RecordHash(entry))
}
