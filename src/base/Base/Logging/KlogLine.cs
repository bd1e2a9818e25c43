using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Base.Logging;

/// <summary>klog's text line: <c>I1122 15:04:05.000000    1234 Place] message</c>.</summary>
internal static class KlogLine
{
    public static void Write(IBufferWriter<byte> output, in LogEntry entry)
    {
        var letter = entry.Level switch
        {
            LogLevel.Warning => 'W',
            LogLevel.Error => 'E',
            LogLevel.Critical => 'F',
            _ => 'I',
        };
        Append(output, string.Create(CultureInfo.InvariantCulture,
            $"{letter}{entry.Time:MMdd HH:mm:ss.ffffff} {Environment.ProcessId,7} {entry.Place}] {entry.Message}"));
        if (entry.Exception is { } exception)
        {
            Append(output, entry.Level >= LogLevel.Error ? $"\n{exception}" : $" err=\"{exception.Message}\"");
        }
        Append(output, "\n");
    }

    private static void Append(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}
