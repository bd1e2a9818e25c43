using System.Text;
using Cybernetes.Cri.Logs;

namespace Cybernetes.Kubelet.Logs;

/// <summary>Reads a container's log file in the CRI format, and follows it through rotations.</summary>
internal static class ContainerLogReader
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Writes what <paramref name="query"/> asks for to <paramref name="output"/>; when following, until <paramref name="isRunning"/> says no and
    /// everything has been read.
    /// </summary>
    public static async Task CopyAsync(string path, LogQuery query, Func<bool> isRunning, Stream output, TimeProvider time, CancellationToken cancellationToken)
    {
        var file = Open(path);
        try
        {
            var writer = new Writer(query, output);
            if (query.TailLines is { } tail)
            {
                file.Position = TailPosition(file, tail);
            }

            var reader = new LineReader();
            while (true)
            {
                var stopped = !query.Follow || !isRunning();
                await foreach (var line in reader.ReadAsync(file, stopped, cancellationToken).ConfigureAwait(false))
                {
                    if (!await writer.WriteAsync(line, cancellationToken).ConfigureAwait(false))
                    {
                        return;
                    }
                }

                await output.FlushAsync(cancellationToken).ConfigureAwait(false);
                if (stopped)
                {
                    return;
                }

                if (IsRotated(path, file))
                {
                    await file.DisposeAsync().ConfigureAwait(false);
                    file = Open(path);
                    continue;
                }

                await Task.Delay(Poll, time, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await file.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, useAsync: false);

    private static bool IsRotated(string path, FileStream file)
    {
        try
        {
            using var other = Open(path);
            return other.Length < file.Position;
        }
        catch (IOException)
        {
            return false; // between the rename and the new file
        }
    }

    /// <summary>Where the last <paramref name="lines"/> full lines begin.</summary>
    private static long TailPosition(FileStream file, long lines)
    {
        const int Block = 64 * 1024;
        var buffer = new byte[Block];
        var end = file.Length;
        var position = end;
        long seen = 0;
        while (position > 0)
        {
            var start = Math.Max(0, position - Block);
            file.Position = start;
            var length = (int)(position - start);
            file.ReadExactly(buffer, 0, length);
            for (var i = length - 1; i >= 0; i--)
            {
                // The line feed that ends the file ends its last line and begins none.
                if (buffer[i] == (byte)'\n' && start + i != end - 1 && ++seen == lines)
                {
                    return start + i + 1;
                }
            }

            position = start;
        }

        return lines == 0 ? end : 0;
    }

    /// <summary>Splits a growing file into lines.</summary>
    private sealed class LineReader
    {
        private readonly byte[] _buffer = new byte[64 * 1024];
        private readonly List<byte> _pending = [];

        public async IAsyncEnumerable<byte[]> ReadAsync(FileStream file, bool flush, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            int read;
            while ((read = await file.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                var start = 0;
                for (var i = 0; i < read; i++)
                {
                    if (_buffer[i] != (byte)'\n')
                    {
                        continue;
                    }

                    _pending.AddRange(_buffer.AsSpan(start, i - start));
                    yield return [.. _pending];
                    _pending.Clear();
                    start = i + 1;
                }

                _pending.AddRange(_buffer.AsSpan(start, read - start));
            }

            if (flush && _pending.Count > 0)
            {
                yield return [.. _pending];
                _pending.Clear();
            }
        }
    }

    private sealed class Writer(LogQuery query, Stream output)
    {
        private long _left = query.LimitBytes ?? long.MaxValue;
        private bool _inLine;

        /// <summary>Returns false once the limit is reached.</summary>
        public async ValueTask<bool> WriteAsync(byte[] entry, CancellationToken cancellationToken)
        {
            if (!CriLogLine.TryParse(entry, out var line))
            {
                return true;
            }

            if ((query.Stream == "Stdout" && line.IsStderr) || (query.Stream == "Stderr" && !line.IsStderr) || (query.Since is { } since && line.Time < since))
            {
                return true;
            }

            using var text = new MemoryStream();
            if (query.Timestamps && !_inLine)
            {
                text.Write(Encoding.ASCII.GetBytes(line.Timestamp));
                text.WriteByte((byte)' ');
            }

            text.Write(line.Content.Span);
            if (!line.IsPartial)
            {
                text.WriteByte((byte)'\n');
            }

            _inLine = line.IsPartial;
            var length = (int)Math.Min(text.Length, _left);
            await output.WriteAsync(text.GetBuffer().AsMemory(0, length), cancellationToken).ConfigureAwait(false);
            _left -= length;
            return _left > 0;
        }
    }
}
