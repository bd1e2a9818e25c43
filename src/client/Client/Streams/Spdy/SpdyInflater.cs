namespace Cybernetes.Client.Streams.Spdy;

/// <summary>
/// Decompresses the header blocks of one direction of a SPDY connection: one zlib stream (RFC 1950, 1951) with a preset dictionary,
/// flushed to a byte boundary after every block. .NET's inflater takes no dictionary, hence this one. Not thread-safe.
/// </summary>
internal sealed class SpdyInflater
{
    private const int MaxBlock = 1 << 20;
    private const int WindowSize = 32 * 1024;

    private static readonly ushort[] LengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly byte[] LengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly ushort[] DistanceBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
    private static readonly byte[] CodeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    private static readonly Huffman FixedLiterals = new([.. Enumerable.Repeat((byte)8, 144), .. Enumerable.Repeat((byte)9, 112), .. Enumerable.Repeat((byte)7, 24), .. Enumerable.Repeat((byte)8, 8)]);
    private static readonly Huffman FixedDistances = new([.. Enumerable.Repeat((byte)5, 30)]);

    private readonly List<byte> _history = [];
    private bool _started;

    /// <summary>Returns the bytes of one header block; throws <see cref="InvalidDataException"/> on a malformed one.</summary>
    public byte[] Inflate(ReadOnlySpan<byte> block)
    {
        var bits = new BitReader(block);
        if (!_started)
        {
            ReadZlibHeader(ref bits);
        }

        var start = _history.Count;
        var last = false;
        while (!last && !bits.AtEnd)
        {
            last = bits.Read(1) == 1;
            switch (bits.Read(2))
            {
                case 0: Stored(ref bits, start); break;
                case 1: Compressed(ref bits, FixedLiterals, FixedDistances, start); break;
                case 2:
                    var (literals, distances) = ReadTables(ref bits);
                    Compressed(ref bits, literals, distances, start);
                    break;
                default: throw new InvalidDataException("deflate: reserved block type");
            }
        }

        var result = _history.GetRange(start, _history.Count - start).ToArray();
        if (_history.Count > 2 * WindowSize)
        {
            _history.RemoveRange(0, _history.Count - WindowSize);
        }

        return result;
    }

    private void ReadZlibHeader(ref BitReader bits)
    {
        var header = (bits.Read(8) << 8) | bits.Read(8);
        if (header % 31 != 0 || ((header >> 8) & 0x0f) != 8)
        {
            throw new InvalidDataException("zlib: bad header");
        }

        if ((header & 0x20) != 0)
        {
            if (((bits.Read(16) << 16) | bits.Read(16)) is not unchecked((int)0xC6E3C2A7))
            {
                // Two little-endian 16-bit reads of the bytes e3 c6 a7 c2.
                throw new InvalidDataException("zlib: unknown dictionary");
            }

            _history.AddRange(SpdyDictionary.Bytes);
        }

        _started = true;
    }

    private void Stored(ref BitReader bits, int start)
    {
        bits.Align();
        var length = bits.Read(16);
        if ((bits.Read(16) ^ 0xffff) != length)
        {
            throw new InvalidDataException("deflate: bad stored block");
        }

        for (; length > 0; length--)
        {
            Emit((byte)bits.Read(8), start);
        }
    }

    private void Compressed(ref BitReader bits, Huffman literals, Huffman distances, int start)
    {
        while (true)
        {
            var symbol = literals.Decode(ref bits);
            if (symbol < 256)
            {
                Emit((byte)symbol, start);
                continue;
            }

            if (symbol == 256)
            {
                return;
            }

            if (symbol > 285)
            {
                throw new InvalidDataException("deflate: bad length");
            }

            var length = LengthBase[symbol - 257] + bits.Read(LengthExtra[symbol - 257]);
            var code = distances.Decode(ref bits);
            if (code > 29)
            {
                throw new InvalidDataException("deflate: bad distance");
            }

            var distance = DistanceBase[code] + bits.Read(code < 4 ? 0 : (code / 2) - 1);
            if (distance > _history.Count)
            {
                throw new InvalidDataException("deflate: distance beyond the window");
            }

            for (; length > 0; length--)
            {
                Emit(_history[^distance], start);
            }
        }
    }

    private void Emit(byte value, int start)
    {
        if (_history.Count - start >= MaxBlock)
        {
            throw new InvalidDataException("deflate: header block too large");
        }

        _history.Add(value);
    }

    private static (Huffman Literals, Huffman Distances) ReadTables(ref BitReader bits)
    {
        var literalCount = bits.Read(5) + 257;
        var distanceCount = bits.Read(5) + 1;
        var codeCount = bits.Read(4) + 4;
        var codeLengths = new byte[19];
        for (var i = 0; i < codeCount; i++)
        {
            codeLengths[CodeLengthOrder[i]] = (byte)bits.Read(3);
        }

        var codes = new Huffman(codeLengths);
        var lengths = new byte[literalCount + distanceCount];
        for (var i = 0; i < lengths.Length;)
        {
            var symbol = codes.Decode(ref bits);
            if (symbol < 16)
            {
                lengths[i++] = (byte)symbol;
                continue;
            }

            if (symbol == 16 && i == 0)
            {
                throw new InvalidDataException("deflate: repeat without a length");
            }

            var value = symbol == 16 ? lengths[i - 1] : (byte)0;
            var repeat = symbol switch { 16 => 3 + bits.Read(2), 17 => 3 + bits.Read(3), _ => 11 + bits.Read(7) };
            if (i + repeat > lengths.Length)
            {
                throw new InvalidDataException("deflate: too many lengths");
            }

            lengths.AsSpan(i, repeat).Fill(value);
            i += repeat;
        }

        return (new Huffman(lengths.AsSpan(0, literalCount)), new Huffman(lengths.AsSpan(literalCount)));
    }

    private ref struct BitReader(ReadOnlySpan<byte> data)
    {
        private readonly ReadOnlySpan<byte> _data = data;
        private int _position;
        private int _bit;

        public readonly bool AtEnd => _position >= _data.Length;

        public int Read(int count)
        {
            var value = 0;
            for (var i = 0; i < count; i++)
            {
                if (_position >= _data.Length)
                {
                    throw new InvalidDataException("deflate: truncated");
                }

                value |= ((_data[_position] >> _bit) & 1) << i;
                if (++_bit == 8)
                {
                    _bit = 0;
                    _position++;
                }
            }

            return value;
        }

        public void Align()
        {
            if (_bit != 0)
            {
                _bit = 0;
                _position++;
            }
        }
    }

    /// <summary>A canonical Huffman code, decoded bit by bit: header blocks are small.</summary>
    private sealed class Huffman
    {
        private readonly int[] _counts = new int[16];
        private readonly int[] _symbols;

        public Huffman(ReadOnlySpan<byte> lengths)
        {
            foreach (var length in lengths)
            {
                _counts[length]++;
            }

            _counts[0] = 0;
            var offsets = new int[16];
            for (var i = 1; i < 15; i++)
            {
                offsets[i + 1] = offsets[i] + _counts[i];
            }

            _symbols = new int[lengths.Length];
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] != 0)
                {
                    _symbols[offsets[lengths[symbol]]++] = symbol;
                }
            }
        }

        public int Decode(ref BitReader bits)
        {
            int code = 0, first = 0, index = 0;
            for (var length = 1; length < 16; length++)
            {
                code |= bits.Read(1);
                var count = _counts[length];
                if (code - count < first)
                {
                    return _symbols[index + (code - first)];
                }

                index += count;
                first = (first + count) << 1;
                code <<= 1;
            }

            throw new InvalidDataException("deflate: bad code");
        }
    }
}
