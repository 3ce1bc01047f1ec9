enum Speed { static func measure() async {} }
