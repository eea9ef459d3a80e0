// Reads a log with Go's own library of transparency logs (golang.org/x/mod/sumdb), with which Assay shares no code. Called by log.sh.
//
//	log FOLDER PUBLIC-KEY-PEM ORIGIN EARLIER-CHECKPOINT
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/x509"
	"encoding/binary"
	"encoding/pem"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

// tiles reads tiles of 256 hashes from a folder laid out as c2sp.org/tlog-tiles says: as Go does, without the height.
type tiles struct{ folder string }

func (t tiles) Height() int { return 8 }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var read [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(t.folder, path))
		if err != nil {
			return nil, err
		}
		read = append(read, data)
	}
	return read, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// checkpoint opens a signed note and takes the tree it speaks of: origin, size, root.
func checkpoint(path string, verifier note.Verifier) tlog.Tree {
	opened := must(note.Open(must(os.ReadFile(path)), note.VerifierList(verifier)))
	lines := strings.Split(opened.Text, "\n")
	if lines[0] != verifier.Name() {
		log.Fatalf("%s is of %s", path, lines[0])
	}
	return tlog.Tree{N: must(strconv.ParseInt(lines[1], 10, 64)), Hash: must(tlog.ParseHash(lines[2]))}
}

// entries reads all, each behind its length of two bytes.
func entries(folder string, size int64) [][]byte {
	var found [][]byte
	for n := int64(0); n*256 < size; n++ {
		width := int(min(256, size-n*256))
		path := strings.Replace(tlog.Tile{H: 8, L: 0, N: n, W: width}.Path(), "tile/8/0/", "tile/entries/", 1)
		data := must(os.ReadFile(filepath.Join(folder, path)))
		for len(data) > 0 {
			length := int(binary.BigEndian.Uint16(data))
			found = append(found, data[2:2+length])
			data = data[2+length:]
		}
	}
	return found
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}

func main() {
	folder, origin := os.Args[1], os.Args[3]
	block, _ := pem.Decode(must(os.ReadFile(os.Args[2])))
	key := must(x509.ParsePKIXPublicKey(block.Bytes)).(ed25519.PublicKey)
	verifier := must(note.NewVerifier(must(note.NewEd25519VerifierKey(origin, key))))
	tree := checkpoint(filepath.Join(folder, "checkpoint"), verifier)
	earlier := checkpoint(os.Args[4], verifier)
	hashes := tlog.TileHashReader(tree, tiles{folder})

	all := entries(folder, tree.N)
	if int64(len(all)) != tree.N {
		log.Fatalf("%d entries in a log of %d", len(all), tree.N)
	}
	for i, entry := range all {
		proof := must(tlog.ProveRecord(tree.N, int64(i), hashes))
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, int64(i), tlog.RecordHash(entry)); err != nil {
			log.Fatal(err)
		}
		if tlog.CheckRecord(proof, tree.N, tree.Hash, int64(i), tlog.RecordHash(bytes.ToUpper(append(entry, 'x')))) == nil {
			log.Fatal("another entry is proven as well")
		}
	}
	grown := must(tlog.ProveTree(tree.N, earlier.N, hashes))
	if err := tlog.CheckTree(grown, tree.N, tree.Hash, earlier.N, earlier.Hash); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s: checkpoint signed, %d entries in it, grown out of one of %d entries\n", origin, tree.N, earlier.N)
}
