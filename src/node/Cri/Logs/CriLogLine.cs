using System.Globalization;
using System.Text;

namespace Cybernetes.Cri.Logs;

/// <summary>
/// One entry of a container's log file in the CRI format: <c>2006-01-02T15:04:05.999999999Z stdout F text</c>. A partial entry (tag P) is
/// continued by the next of its stream; a full one ends a line.
/// </summary>
public readonly record struct CriLogLine(string Timestamp, bool IsStderr, bool IsPartial, ReadOnlyMemory<byte> Content)
{
    /// <summary>Parses an entry without its line feed; false when it is malformed.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> entry, out CriLogLine line)
    {
        line = default;
        var bytes = entry.Span;
        var first = bytes.IndexOf((byte)' ');
        if (first <= 0)
        {
            return false;
        }

        var afterTime = bytes[(first + 1)..];
        var isStderr = afterTime.StartsWith("stderr "u8);
        if (!isStderr && !afterTime.StartsWith("stdout "u8))
        {
            return false;
        }

        var tagStart = first + 1 + "stdout ".Length;
        var tags = bytes[tagStart..];
        var tagLength = tags.IndexOf((byte)' ');
        if (tagLength < 0)
        {
            tagLength = tags.Length;
        }

        if (tagLength == 0)
        {
            return false;
        }

        // Tags are separated by colons; the first says partial or full.
        var isPartial = tags[0] == (byte)'P' && (tagLength == 1 || tags[1] == (byte)':');
        var contentStart = Math.Min(tagStart + tagLength + 1, bytes.Length);
        line = new(Encoding.ASCII.GetString(bytes[..first]), isStderr, isPartial, entry[contentStart..]);
        return true;
    }

    /// <summary>The time of the entry; null when it is not RFC 3339.</summary>
    public DateTimeOffset? Time => DateTimeOffset.TryParse(Timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>Encodes an entry, line feed included.</summary>
    public static byte[] Encode(DateTimeOffset time, bool isStderr, bool isPartial, ReadOnlySpan<byte> content)
    {
        var nanos = time.UtcTicks % TimeSpan.TicksPerSecond * 100;
        var head = string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime:yyyy-MM-ddTHH:mm:ss}.{nanos:D9}Z {(isStderr ? "stderr" : "stdout")} {(isPartial ? 'P' : 'F')} ");
        return [.. Encoding.ASCII.GetBytes(head), .. content, (byte)'\n'];
    }
}
