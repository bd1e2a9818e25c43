using System.Diagnostics;

namespace Cybernetes.Nftables;

/// <summary>
/// The kernel's packet filter: through libnftables in this process, or where that library is missing through the nft program.
/// </summary>
public sealed class NftRunner : INftables
{
    private readonly LibNftables? _library;
    private readonly string[] _command;

    /// <summary>
    /// <paramref name="namespacePath"/>: another network namespace ("/run/netns/x"), entered with nsenter; null: this process's own.
    /// </summary>
    public NftRunner(string? namespacePath = null)
    {
        _library = namespacePath is null ? LibNftables.TryLoad() : null;
        _command = namespacePath is null ? ["nft", "-f", "-"] : ["nsenter", "--net=" + namespacePath, "nft", "-f", "-"];
    }

    /// <inheritdoc/>
    public async ValueTask<NftResult> ApplyAsync(NftTransaction transaction, CancellationToken cancellationToken)
    {
        var text = transaction.Render();
        return _library is { } library ? library.Run(text) : await RunProgramAsync(text, cancellationToken);
    }

    private async Task<NftResult> RunProgramAsync(string text, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(_command[0], _command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException("nft did not start");
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(text.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
            await output;
            var said = await errors;
            return new NftResult(process.ExitCode == 0 ? null : said.Length > 0 ? said : $"nft ended with code {process.ExitCode}");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return new NftResult($"{_command[0]}: {missing.Message}");
        }
        catch (IOException broken)
        {
            return new NftResult(broken.Message);
        }
    }
}
