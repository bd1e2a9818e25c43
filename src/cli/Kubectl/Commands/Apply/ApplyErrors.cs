using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Apply;

/// <summary>What apply says when the server refuses, in kubectl's words.</summary>
internal static class ApplyErrors
{
    private const string Advice = """
        Please review the fields above--they currently have other managers. Here
        are the ways you can resolve this warning:
        * If you intend to manage all of these fields, please re-run the apply
          command with the `--force-conflicts` flag.
        * If you do not intend to manage all of the fields, please edit your
          manifest to remove references to the fields that should keep their
          current managers.
        * You may co-own fields by updating your manifest to match the existing
          value; in this case, you'll become the manager if the other manager(s)
          stop managing the field (remove it from their configuration).
        See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts
        """;

    /// <summary>The message.</summary>
    public static string Word(ServerException e, ResourceObject one) =>
        e.Reason == "Conflict" && e.Causes.Count > 0 ? $"error: {e.ServerMessage}\n{Advice}"
        : WithFile(e, one);

    private static string WithFile(ServerException e, ResourceObject one) =>
        e.Message.StartsWith("Error from server", StringComparison.Ordinal) && e.Message.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0
            ? $"{e.Message[..colon]}: error when creating \"{one.Source}\": {e.Message[(colon + 2)..]}"
            : e.Message;
}
