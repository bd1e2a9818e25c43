using Cybernetes.Base.Flags;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Base.Logging;

/// <summary>How a component logs; <see cref="AddFlags"/> declares upstream's flags.</summary>
public sealed record LogOptions
{
    /// <summary>Text or JSON.</summary>
    public LogFormat Format { get; init; }

    /// <summary>klog's verbosity: 0-3 shows Information, from 4 Debug, from 6 Trace.</summary>
    public int Verbosity { get; init; }

    /// <summary>The least level that is written.</summary>
    public LogLevel MinimumLevel => Verbosity switch { >= 6 => LogLevel.Trace, >= 4 => LogLevel.Debug, _ => LogLevel.Information };

    /// <summary>Declares <c>-v</c>, <c>--vmodule</c>, <c>--logging-format</c> and <c>--log-flush-frequency</c>; call the result after parsing.</summary>
    public static Func<LogOptions> AddFlags(FlagSet flags)
    {
        var verbosity = flags.Int("v", 0, "number for the log level verbosity", 'v');
        flags.String("vmodule", "", "comma-separated list of pattern=N settings for file-filtered logging (only works for text log format)");
        flags.Duration("log-flush-frequency", TimeSpan.FromSeconds(5), "Maximum number of seconds between log flushes");
        var format = flags.String("logging-format", "text", "Sets the log format. Permitted formats: \"json\" (gated by LoggingBetaOptions), \"text\".");
        return () => new LogOptions
        {
            Verbosity = verbosity.Value,
            Format = format.Value switch
            {
                "text" or "" => LogFormat.Text,
                "json" => LogFormat.Json,
                var other => throw new FlagException($"invalid log format: {other}"),
            },
        };
    }
}
