using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>Makes the <see cref="Status"/>es that a server answers with: code, reason, words and details are upstream's.</summary>
public static class ApiStatus
{
    /// <summary>The answer to a request that succeeded and has nothing else to show.</summary>
    public static Status Success(StatusDetails? details = null) => new() { StatusValue = "Success", Details = details };

    /// <summary>404: no object of that name.</summary>
    public static Status NotFound(GroupResource resource, string name) =>
        Failure(404, "NotFound", $"{resource} {GoText.Quote(name)} not found", Details(resource, name));

    /// <summary>409: an object of that name is there.</summary>
    public static Status AlreadyExists(GroupResource resource, string name) =>
        Failure(409, "AlreadyExists", $"{resource} {GoText.Quote(name)} already exists", Details(resource, name));

    /// <summary>409: no free name was found for <c>generateName</c>.</summary>
    public static Status GenerateNameConflict(GroupResource resource, string name, int retryAfterSeconds) => Failure(
        409,
        "AlreadyExists",
        $"{resource} {GoText.Quote(name)} already exists, the server was not able to generate a unique name for the object",
        Details(resource, name) with { RetryAfterSeconds = retryAfterSeconds });

    /// <summary>401: the request names nobody the server knows.</summary>
    public static Status Unauthorized(string reason = "") => Failure(401, "Unauthorized", reason.Length == 0 ? "not authorized" : reason, null);

    /// <summary>403: not allowed; the resource or the name may be empty.</summary>
    public static Status Forbidden(GroupResource resource, string name, string error, params ValueList<StatusCause> causes)
    {
        var message = resource.Group.Length + resource.Resource.Length == 0 ? $"forbidden: {error}"
            : name.Length == 0 ? $"{resource} is forbidden: {error}"
            : $"{resource} {GoText.Quote(name)} is forbidden: {error}";
        return Failure(403, "Forbidden", message, Details(resource, name) with { Causes = causes });
    }

    /// <summary>409: the object is not as the request supposes.</summary>
    public static Status Conflict(GroupResource resource, string name, string error) =>
        Failure(409, "Conflict", $"Operation cannot be fulfilled on {resource} {GoText.Quote(name)}: {error}", Details(resource, name));

    /// <summary>409: the object has another version than the request's.</summary>
    public static Status ModifiedConflict(GroupResource resource, string name) =>
        Conflict(resource, name, "the object has been modified; please apply your changes to the latest version and try again");

    /// <summary>409: other managers own fields that the request applies.</summary>
    public static Status ApplyConflict(ValueList<StatusCause> causes, string message) => Failure(409, "Conflict", message, new() { Causes = causes });

    /// <summary>410: what was asked for is gone.</summary>
    public static Status Gone(string message) => Failure(410, "Gone", message, null);

    /// <summary>410: the version asked for is no longer kept.</summary>
    public static Status Expired(string message) => Failure(410, "Expired", message, null);

    /// <summary>422: the object breaks rules; each error is a cause.</summary>
    public static Status Invalid(GroupKind kind, string name, ErrorList errors)
    {
        var causes = errors.Select(error => new StatusCause { Reason = error.Reason, Message = error.Body, Field = error.Field }).ToValueList();
        var message = $"{kind} {GoText.Quote(name)} is invalid{(errors.IsEmpty ? "" : $": {errors}")}";
        return Failure(422, "Invalid", message, new() { Group = kind.Group, Kind = kind.Kind, Name = name, Causes = causes });
    }

    /// <summary>400: the request cannot be understood.</summary>
    public static Status BadRequest(string reason) => Failure(400, "BadRequest", reason, null);

    /// <summary>405: the resource has not this verb.</summary>
    public static Status MethodNotSupported(GroupResource resource, string action) =>
        Failure(405, "MethodNotAllowed", $"{action} is not supported on resources of kind {GoText.Quote(resource.ToString())}", Details(resource, ""));

    /// <summary>406: the server cannot answer in any of the media types asked for.</summary>
    public static Status NotAcceptable(params IEnumerable<string> accepted) =>
        Failure(406, "NotAcceptable", $"only the following media types are accepted: {string.Join(", ", accepted)}", null);

    /// <summary>415: the body's media type is none that the server reads here.</summary>
    public static Status UnsupportedMediaType(params IEnumerable<string> supported) =>
        Failure(415, "UnsupportedMediaType", $"the body of the request was in an unknown format - accepted media types include: {string.Join(", ", supported)}", null);

    /// <summary>413: the body is too large.</summary>
    public static Status RequestEntityTooLarge(string message) => Failure(413, "RequestEntityTooLarge", $"Request entity too large: {message}", null);

    /// <summary>429: try again later.</summary>
    public static Status TooManyRequests(string message, int retryAfterSeconds) =>
        Failure(429, "TooManyRequests", message, new() { RetryAfterSeconds = retryAfterSeconds });

    /// <summary>429: the server has too much to do.</summary>
    public static Status TooManyRequests(string message) => Failure(429, "TooManyRequests", $"Too many requests: {message}", null);

    /// <summary>503: the server cannot work now.</summary>
    public static Status ServiceUnavailable(string reason) => Failure(503, "ServiceUnavailable", reason, null);

    /// <summary>500: a passing fault; the request may be sent again.</summary>
    public static Status ServerTimeout(GroupResource resource, string operation, int retryAfterSeconds) => Failure(
        500,
        "ServerTimeout",
        $"The {operation} operation against {resource} could not be completed at this time, please try again.",
        Details(resource, operation) with { RetryAfterSeconds = retryAfterSeconds });

    /// <summary>500: a fault of the server.</summary>
    public static Status InternalError(string error) =>
        Failure(500, "InternalError", $"Internal error occurred: {error}", new() { Causes = [new() { Message = error }] });

    /// <summary>500 without a reason: an error that upstream passes on as it is.</summary>
    public static Status Unclassified(string message) => Failure(500, "", message, null);

    /// <summary>504: the request took too long; it may still be done.</summary>
    public static Status Timeout(string message, int retryAfterSeconds) =>
        Failure(504, "Timeout", $"Timeout: {message}", new() { RetryAfterSeconds = retryAfterSeconds });

    /// <summary>504: the version asked for is ahead of what the server has.</summary>
    public static Status TooLargeResourceVersion(ulong current, ulong asked, int retryAfterSeconds) =>
        Timeout($"Too large resource version: {asked}, current: {current}", retryAfterSeconds) with
        {
            Details = new()
            {
                RetryAfterSeconds = retryAfterSeconds,
                Causes = [new() { Reason = "ResourceVersionTooLarge", Message = "Too large resource version" }],
            },
        };

    /// <summary>
    /// What a client makes of an answer that is no Status, and a server of some errors: words by the code alone.
    /// <paramref name="method"/> is the HTTP method; the resource and the name may be empty.
    /// </summary>
    public static Status Generic(int code, string method, GroupResource resource, string name, string serverMessage = "", int retryAfterSeconds = 0, bool unexpected = false)
    {
        var (reason, message) = Words(code, method, serverMessage);
        if (resource.Resource.Length > 0)
        {
            message = $"{message} ({method.ToLowerInvariant()} {resource}{(name.Length > 0 ? $" {name}" : "")})";
        }

        ValueList<StatusCause> causes = unexpected ? [new() { Reason = "UnexpectedServerResponse", Message = serverMessage }] : default;
        return Failure(code, reason, message, Details(resource, name) with { Causes = causes, RetryAfterSeconds = retryAfterSeconds });
    }

    private static (string Reason, string Message) Words(int code, string method, string serverMessage) => code switch
    {
        409 => (method == "POST" ? "AlreadyExists" : "Conflict", "the server reported a conflict"),
        404 => ("NotFound", "the server could not find the requested resource"),
        400 => ("BadRequest", "the server rejected our request for an unknown reason"),
        401 => ("Unauthorized", "the server has asked for the client to provide credentials"),
        403 => ("Forbidden", serverMessage),
        406 => ("NotAcceptable", serverMessage is "" or "unknown" ? "the server was unable to respond with a content type that the client supports" : serverMessage),
        415 => ("UnsupportedMediaType", serverMessage),
        405 => ("MethodNotAllowed", "the server does not allow this method on the requested resource"),
        422 => ("Invalid", "the server rejected our request due to an error in our request"),
        503 => ("ServiceUnavailable", "the server is currently unable to handle the request"),
        504 => ("Timeout", "the server was unable to return a response in the time allotted, but may still be processing the request"),
        429 => ("TooManyRequests", "the server has received too many requests and has asked us to try again later"),
        >= 500 => ("InternalError", $"an error on the server ({GoText.Quote(serverMessage)}) has prevented the request from succeeding"),
        _ => ("", $"the server responded with the status code {code} but did not return more information"),
    };

    private static StatusDetails Details(GroupResource resource, string name) => new() { Group = resource.Group, Kind = resource.Resource, Name = name };

    private static Status Failure(int code, string reason, string message, StatusDetails? details) =>
        new() { StatusValue = "Failure", Code = code, Reason = reason, Message = message, Details = details };
}
