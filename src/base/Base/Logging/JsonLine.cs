using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Base.Logging;

/// <summary>One event as a JSON object, with the field names of upstream's JSON logger.</summary>
internal static class JsonLine
{
    public static void Write(IBufferWriter<byte> output, in LogEntry entry)
    {
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteNumber("ts", Math.Round(entry.Time.ToUnixTimeMilliseconds() + entry.Time.TimeOfDay.TotalMilliseconds % 1, 3));
            json.WriteString("caller", entry.Place);
            json.WriteString("msg", entry.Message);
            if (entry.Level < LogLevel.Error)
            {
                json.WriteNumber("v", entry.Verbosity);
            }
            foreach (var (key, value) in entry.Values)
            {
                if (key.Length > 0 && key != "{OriginalFormat}")
                {
                    WriteValue(json, JsonNamingPolicy.CamelCase.ConvertName(key), value);
                }
            }
            if (entry.Exception is { } exception)
            {
                json.WriteString("err", exception.Message);
                json.WriteString("stacktrace", exception.StackTrace);
            }
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    private static void WriteValue(Utf8JsonWriter json, string key, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(key);
                break;
            case bool flag:
                json.WriteBoolean(key, flag);
                break;
            case int or long or short or byte:
                json.WriteNumber(key, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                json.WriteNumber(key, number);
                break;
            default:
                json.WriteString(key, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
