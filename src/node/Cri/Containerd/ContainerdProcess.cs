using System.Diagnostics;
using Cybernetes.Cri.Grpc;
using Cybernetes.Cri.Images;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Cri.Containerd;

/// <summary>
/// A containerd of our own: writes its configuration, starts it, and starts it again when it dies. One that already answers on the socket is
/// taken over as it is. Containers live in their shims and outlast it.
/// </summary>
public sealed class ContainerdProcess(ContainerdOptions options, ILogger<ContainerdProcess> log) : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private Process? _process;
    private Task _watch = Task.CompletedTask;

    /// <summary>Starts containerd, waits until it answers and gives it the pause image. Throws <see cref="InvalidOperationException"/> when it does not come up.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.DataDirectory);
        Directory.CreateDirectory(options.CniConfigDirectory);
        var configPath = Path.Combine(options.DataDirectory, "config.toml");
        await File.WriteAllTextAsync(configPath, ContainerdConfig.Render(options), cancellationToken).ConfigureAwait(false);
        using var channel = new CriChannel(options.Endpoint, TimeSpan.FromSeconds(10));
        if (!await AnswersAsync(channel, cancellationToken).ConfigureAwait(false))
        {
            _process = Spawn(configPath);
            var deadline = Stopwatch.StartNew();
            while (!await AnswersAsync(channel, cancellationToken).ConfigureAwait(false))
            {
                if (_process.HasExited || deadline.Elapsed > StartTimeout)
                {
                    throw new InvalidOperationException($"containerd did not start, its log is {LogPath}");
                }

                await Task.Delay(50, cancellationToken).ConfigureAwait(false);
            }

            _watch = WatchAsync(configPath, _stop.Token);
        }

        await new ImageImporter(options.SocketPath, channel.Images).EnsurePauseImageAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops the containerd that was started here; its containers keep running.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _watch.ConfigureAwait(false);
        if (_process is { HasExited: false } process)
        {
            Native.Terminate(process.Id);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            try
            {
                await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }

        _process?.Dispose();
        _stop.Dispose();
    }

    private string LogPath => Path.Combine(options.DataDirectory, "containerd.log");

    private static async Task<bool> AnswersAsync(CriChannel channel, CancellationToken cancellationToken)
    {
        try
        {
            await channel.Runtime.VersionAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (CriException)
        {
            return false;
        }
    }

    // A session of its own keeps the terminal's Ctrl-C from it; its log goes to a file so that it survives us.
    private Process Spawn(string configPath) => Process.Start(new ProcessStartInfo("/bin/sh")
    {
        ArgumentList = { "-c", "exec setsid containerd -c \"$0\" >>\"$1\" 2>&1", configPath, LogPath },
    }) ?? throw new InvalidOperationException("containerd: cannot start");

    private async Task WatchAsync(string configPath, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await _process!.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
                ContainerdLog.Restarting(log, _process.ExitCode);
                await Task.Delay(1000, cancellationToken).ConfigureAwait(false);
                _process.Dispose();
                _process = Spawn(configPath);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }
}
