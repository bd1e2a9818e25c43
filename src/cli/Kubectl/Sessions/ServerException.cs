using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubectl.Sessions;

/// <summary>The server refused. Holds its Status and words it as kubectl does.</summary>
public sealed class ServerException(Value status) : Exception(Word(status))
{
    /// <summary>The reason: NotFound, Conflict …</summary>
    public string Reason => status["reason"].AsString ?? "";

    /// <summary>The HTTP status code.</summary>
    public long Code => status["code"].AsInteger ?? 0;

    /// <summary>The server's own message.</summary>
    public string ServerMessage => status["message"].AsString ?? "";

    /// <summary>The causes, each with field and message.</summary>
    public ValueList<Value> Causes => status.At("details", "causes").Items;

    /// <summary>The seconds after which the server asks to try again; 0 where it does not.</summary>
    public long RetryAfterSeconds => status.At("details", "retryAfterSeconds").AsInteger ?? 0;

    /// <summary>The same refusal in other words.</summary>
    public ServerException Reworded(string message) => new(status.With("message", message));

    private static string Word(Value status)
    {
        var reason = status["reason"].AsString ?? "";
        var message = status["message"].AsString ?? "";
        if (reason == "Unauthorized")
        {
            return $"error: You must be logged in to the server ({(message.Length > 0 ? message : "Unauthorized")})";
        }

        var details = status["details"];
        if (reason == "Invalid")
        {
            if (details.Entries.IsEmpty)
            {
                return $"The request is invalid: {message}";
            }

            var name = details["name"].AsString ?? "";
            var kind = details["kind"].AsString ?? "";
            var subject = name.Length > 0 ? $"The {kind} \"{name}\" is invalid" : "The request is invalid";
            var causes = details["causes"].Items;
            return causes.Count switch
            {
                0 => subject,
                1 => $"{subject}: {Word(causes[0], bare: true)}",
                _ => $"{subject}: \n{string.Join('\n', causes.Select(cause => "* " + Word(cause, bare: true)))}",
            };
        }

        return reason.Length > 0 ? $"Error from server ({reason}): {message}" : $"Error from server: {message}";
    }

    private static string Word(Value cause, bool bare)
    {
        var field = cause["field"].AsString ?? "";
        var message = cause["message"].AsString ?? "";
        return field.Length == 0 ? message : bare ? $"{field}: {message}" : message;
    }
}
