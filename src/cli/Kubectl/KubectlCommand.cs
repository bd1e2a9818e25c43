using Cybernetes.Base.Flags;
using Cybernetes.Kubectl.Commands;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl;

/// <summary><c>kubectl</c>: finds the command, reads its flags, runs it and words what went wrong.</summary>
public static class KubectlCommand
{
    /// <summary>Runs a command line on the process's own streams.</summary>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using var input = Console.OpenStandardInput();
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false)) { AutoFlush = false, NewLine = "\n" };
        await using var raw = Console.OpenStandardOutput();
        await using var rawErrors = Console.OpenStandardError();
        return await RunAsync(arguments, new CommandIo(input, output, Console.Error, TimeProvider.System) { RawOut = raw, RawErr = rawErrors, IsTerminal = !Console.IsInputRedirected }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a command line; gives the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CommandIo io, CancellationToken cancellationToken)
    {
        var global = new GlobalFlags();
        var (command, rest) = CommandTable.Find(arguments);
        if (command is null)
        {
            return await UnknownAsync(arguments, io).ConfigureAwait(false);
        }

        using var session = new Session(global, io);
        try
        {
            var flags = command.Flags.AddAll(global.Flags);
            flags.Parse(rest);
            return await command.RunAsync(session, flags.Args, cancellationToken).ConfigureAwait(false);
        }
        catch (FlagHelpRequestedException)
        {
            await io.Out.WriteAsync($"Usage:\n  kubectl {command.Name} {command.Usage}\n\nOptions:\n{command.Flags.FlagUsages()}").ConfigureAwait(false);
            return 0;
        }
        catch (FlagException e)
        {
            await io.Err.WriteLineAsync($"error: {e.Message}\nSee 'kubectl {command.Name} --help' for usage.").ConfigureAwait(false);
            return 1;
        }
        catch (KubectlException e)
        {
            if (e.Message.Length > 0)
            {
                await io.Err.WriteLineAsync(e.Message).ConfigureAwait(false);
            }

            return e.ExitCode;
        }
        catch (ServerException e)
        {
            await io.Err.WriteLineAsync(e.Message).ConfigureAwait(false);
            return 1;
        }
        finally
        {
            await io.Out.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<int> UnknownAsync(IReadOnlyList<string> arguments, CommandIo io)
    {
        if (arguments.Count == 0 || arguments[0] is "help" or "--help" or "-h")
        {
            await io.Out.WriteAsync(CommandTable.Help()).ConfigureAwait(false);
            await io.Out.FlushAsync().ConfigureAwait(false);
            return 0;
        }

        await io.Err.WriteLineAsync($"error: unknown command \"{arguments[0]}\" for \"kubectl\"").ConfigureAwait(false);
        return 1;
    }
}
