namespace Cybernetes.Api.Tools;

/// <summary><c>c8s api</c>: looks at API kinds and converts objects between their encodings.</summary>
public static class ApiCommand
{
    private const string Usage = """
        Convert API objects between encodings, or list the kinds.

        Usage:
          c8s api convert -f FILE|- [--from json|yaml|proto|cbor|etcd] [--strict] -o json|yaml|proto|cbor|etcd
          c8s api kinds

        Without --from the input's own form is recognised. 'etcd' is a value as upstream stores it: protobuf in its envelope, or JSON for
        custom resources. 'proto' is the same envelope as sent over HTTP. Unknown and duplicate fields are warned of; with --strict they
        are errors.

        """;

    /// <summary>Runs the command; gives the exit code: 0, or 1 after one line on <paramref name="errors"/>.</summary>
    public static int Run(string[] args, Stream input, Stream output, TextWriter errors)
    {
        switch (args)
        {
            case ["convert", .. var rest]:
                return ConvertCommand.Run(rest, input, output, errors);
            case ["kinds"]:
                KindsCommand.Run(output);
                return 0;
            case [] or ["help" or "--help" or "-h"]:
                output.Write(System.Text.Encoding.UTF8.GetBytes(Usage));
                return 0;
            default:
                errors.WriteLine($"error: unknown command \"api {args[0]}\"; `c8s api` lists the commands");
                return 1;
        }
    }
}
